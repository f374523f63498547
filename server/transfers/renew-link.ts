import { randomBytes } from 'node:crypto'
import { hashSecret } from '../access/secret.ts'
import type { Context } from '../context.ts'
import { changedSince } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { lockCase } from './find.ts'

/** A new link for the buyer, returned this once; the one before stops working. */
export async function renewLink(ctx: Context, key: Key): Promise<string> {
  const sale = await lockCase(ctx, key)
  const secret = randomBytes(24).toString('base64url')
  const { district_code, id } = sale
  const set = await ctx.tx.one('transfers/set_tracking_hash', {
    district_code,
    id,
    tracking_hash: hashSecret(secret),
    now: ctx.now.toISOString(),
  })
  if (!set) throw changedSince('transfers')
  await ctx.audit({ action: 'transfer.renew_link', district_code, subject_kind: 'transfer', subject_id: id })
  return `dgl_${district_code}_${id}_${secret}`
}
