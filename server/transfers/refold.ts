import type { Context } from '../context.ts'
import type { Key } from '../http/public-id.ts'
import { foldCase } from './fold.ts'
import { tellParties } from './tell.ts'

/**
 * Writes the folded status of a case in the transaction that moved it or one of its legs; writes nothing when nothing changed.
 * Needs the case locked (lockCase, lockLeg). Only the registry hears of it: one utility does not learn how another stands.
 */
export async function refoldCase(ctx: Context, { district_code, id }: Key): Promise<void> {
  await ctx.system(async () => {
    const sale = (await ctx.tx.one('transfers/lock_case', { district_code, id }))!
    const legs = await ctx.tx.many('transfers/list_legs', { district_code, case_ids: [id] })
    const status = foldCase(
      { is_entered: sale.entered_at !== null, is_cancelled: sale.cancel_reason !== null },
      legs.map((leg) => leg.status),
    )
    const settled = await ctx.tx.one('transfers/settle_case', { district_code, id, status, now: ctx.now.toISOString() })
    if (!settled) return
    await ctx.emit({
      type: 'transfer.status_changed',
      district_code,
      subject_kind: 'transfer',
      subject_id: id,
      subject_version: settled.version,
      registry_id: sale.registry_id,
      is_personal: true,
      data: { from: sale.status, to: status },
    })
    if (status === 'completed')
      await tellParties(ctx, sale, 'buyer', 'transfer.completed', { reference: sale.reference })
  })
}
