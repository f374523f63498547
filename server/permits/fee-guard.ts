import { findRule } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'

/** Why the fee still holds a grant up, or null: only where the place's rule `permit.fee_gate` is on must it be paid in or waived before. */
export async function feeGuard(ctx: Context, permit: { district_code: number; id: string }): Promise<string | null> {
  const { district_code, id } = permit
  const rule = await findRule(ctx, district_code, 'permit.fee_gate', shanghaiDay(ctx.now))
  if (rule?.value.is_on !== true) return null
  const gate = await ctx.system(() => ctx.tx.one('permits/find_fee_gate', { district_code, permit_id: id }))
  return gate?.is_clear ? null : 'permits/fee-open'
}
