import { randomUUID } from 'node:crypto'
import { seal, type Keys } from '../access/seal.ts'
import type { Context } from '../context.ts'
import { readOutboundUrl } from '../http/outbound-url.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import { subscriberOf, type SubscriptionRow } from './find.ts'
import type { SubscriptionInput } from './schemas.ts'
import { createSecret } from './secret.ts'

/** More than any receiver needs; a loop that subscribes is stopped early. */
const most_subscriptions = 20

/**
 * Subscribes the caller's organisation to events, at a public https address. Returns the row and its secret, which is sealed and never shown again.
 * 422 names an address that is refused or an area that is no proper polygon; 409 when there are twenty already.
 */
export async function subscribe(
  ctx: Context,
  input: SubscriptionInput,
  tools: { keys: Keys; allow_loopback: boolean },
): Promise<SubscriptionRow & { secret: string }> {
  const { role, person_id, organisation_id, district_code } = subscriberOf(ctx)
  await checkInput(ctx, input, tools.allow_loopback)
  const held = await ctx.tx.one('webhooks/count_subscriptions', { district_code, organisation_id })
  if (held!.count >= most_subscriptions) throw new Problem(409, 'webhooks/too-many', { most: most_subscriptions })

  const id = randomUUID()
  const secret = createSecret()
  await ctx.tx.run('webhooks/insert_subscription', {
    district_code,
    id,
    organisation_id,
    role,
    url: input.url,
    types: input.types,
    area: input.area ? JSON.stringify(input.area) : null,
    secret_sealed: seal(tools.keys, secret),
    created_by: person_id,
    at: ctx.wall.toISOString(),
  })
  await ctx.audit({
    action: 'subscription.create',
    district_code,
    subject_kind: 'subscription',
    subject_id: id,
    detail: { host: new URL(input.url).host, types: input.types },
  })
  const row = await ctx.tx.one('webhooks/find_subscription', { district_code, id })
  return { ...row!, secret }
}

async function checkInput(ctx: Context, input: SubscriptionInput, allow_loopback: boolean) {
  const read = readOutboundUrl(input.url, allow_loopback)
  if ('refused' in read) {
    const refused = field(
      '/url',
      'webhooks/url-refused',
      `不接受该地址（${read.refused}）`,
      `this address is not accepted (${read.refused})`,
    )
    throw invalid('webhooks/invalid', [refused])
  }
  if (!input.area) return
  const area = await ctx.tx.one('webhooks/check_area', { area: JSON.stringify(input.area) })
  if (area!.is_valid) return
  throw invalid('webhooks/invalid', [
    field('/area', 'webhooks/area-invalid', `区域无效：${area!.reason}`, `the area is not valid: ${area!.reason}`),
  ])
}
