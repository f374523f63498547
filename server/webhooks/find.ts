import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, publicId } from '../http/public-id.ts'

export type SubscriptionRow = Queries['webhooks/find_subscription']['row']

/** A subscription of the caller's organisation, by its public id; another's is 404. The public has none: 401. */
export async function findSubscription(ctx: Context, public_id: string): Promise<SubscriptionRow> {
  subscriberOf(ctx)
  const key = parsePublicId('sub', public_id)
  const found = key && (await ctx.tx.one('webhooks/find_subscription', key))
  if (!found) throw notFound('webhooks')
  return found
}

/** Who subscribes: a member of an organisation. */
export function subscriberOf({ actor }: Context) {
  const { role, id, organisation_id, district_code } = actor
  if (role === 'public' || role === 'system' || !id || !organisation_id)
    throw new Problem(401, 'accounts/unknown-credential')
  return { role, person_id: id, organisation_id, district_code }
}

export const viewSubscription = ({ district_code, id, ...row }: SubscriptionRow) => ({
  ...row,
  id: publicId('sub', district_code, id),
})
