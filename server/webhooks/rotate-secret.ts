import { seal, type Keys } from '../access/seal.ts'
import type { Context } from '../context.ts'
import { changedSince } from '../http/problem.ts'
import { findSubscription } from './find.ts'
import { createSecret } from './secret.ts'

/** How long messages carry both signatures: a day to change the secret at the receiver without missing a message. */
const overlap_hours = 24

/** A new secret, shown this once. Messages are signed with the former one too until `previous_secret_until`. */
export async function rotateSecret(
  ctx: Context,
  keys: Keys,
  input: { id: string; seen: number | null },
): Promise<{ secret: string; previous_secret_until: string; version: number }> {
  const { district_code, id, version } = await findSubscription(ctx, input.id)
  if (input.seen !== null && input.seen !== version) throw changedSince('webhooks', { version })
  const secret = createSecret()
  const until = new Date(ctx.wall.getTime() + overlap_hours * 3_600_000).toISOString()
  const rotated = await ctx.tx.one('webhooks/rotate_secret', {
    district_code,
    id,
    version,
    until,
    secret_sealed: seal(keys, secret),
  })
  if (!rotated) throw changedSince('webhooks')
  await ctx.audit({ action: 'subscription.rotate_secret', district_code, subject_kind: 'subscription', subject_id: id })
  return { secret, previous_secret_until: until, version: rotated.version }
}
