import { systemActor } from '../access/actor.ts'
import { addMonths } from '../clocks/working-days.ts'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'

const batch = 100

/**
 * Personal data is kept for the shortest time its purpose needs (个人信息保护法 19) and then removed (47): when the term of the
 * rule is over since a sale ended, its parties, account numbers and telephones go. Its codes, events and receipts stay.
 */
export async function forgetEndedSales(parts: Parts, district_code: number): Promise<void> {
  for (let forgotten = batch; forgotten === batch;)
    forgotten = await parts.run(systemActor(district_code), (ctx) => forgetBatch(ctx, district_code))
}

async function forgetBatch(ctx: Context, district_code: number): Promise<number> {
  const today = shanghaiDay(ctx.now)
  const rule = await ruleFor(ctx, district_code, 'transfer.retention', today)
  const months = Number(rule.value.months)
  const before = `${addMonths(today, -months)}T00:00:00+08:00`
  const sales = await ctx.tx.many('transfers/list_cases_to_forget', { district_code, before, limit: batch })
  for (const { id, reference } of sales) {
    const sale = { district_code, case_id: id }
    const parties = await ctx.tx.one('transfers/forget_parties', sale)
    const accounts = await ctx.tx.one('transfers/forget_accounts', sale)
    await ctx.tx.run('transfers/forget_phones', sale)
    await ctx.audit({
      action: 'transfer.forget',
      district_code,
      subject_kind: 'transfer',
      subject_id: id,
      reason: rule.basis_zh,
      detail: { reference, months, parties: parties!.count, accounts: accounts!.count },
    })
  }
  return sales.length
}
