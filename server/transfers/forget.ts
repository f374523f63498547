import { forgetEnded } from '../clocks/forget.ts'
import type { Parts } from '../http/environment.ts'

/**
 * Personal data is kept for the shortest time its purpose needs (个人信息保护法 19) and then removed (47): when the term of the
 * rule is over since a sale ended, its parties, account numbers and telephones go. Its codes, events and receipts stay.
 */
export const forgetEndedSales = (parts: Parts, district_code: number): Promise<void> =>
  forgetEnded(parts, district_code, 'transfer.retention', async (ctx, { before, limit, months, basis_zh }) => {
    const sales = await ctx.tx.many('transfers/list_cases_to_forget', { district_code, before, limit })
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
        reason: basis_zh,
        detail: { reference, months, parties: parties!.count, accounts: accounts!.count },
      })
    }
    return sales.length
  })
