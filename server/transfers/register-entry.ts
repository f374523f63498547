import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { listLegs, lockCase } from './find.ts'
import { moveCase } from './move-case.ts'
import { moveLeg } from './move-leg.ts'
import { requestPrecheck } from './precheck.ts'
import { refoldCase } from './refold.ts'
import { tellParties } from './tell.ts'

/**
 * The register entry (登簿): the sale is in effect (民法典 214) and triggers the transfer. No utility holds it up: what passed
 * is armed and will be pushed, what is blocked follows when it passes. The same entry told twice changes nothing.
 */
export async function registerEntry(
  ctx: Context,
  key: Key,
  input: { certificate_no: string; entered_at?: string },
  seen: number | null,
): Promise<void> {
  const sale = await lockCase(ctx, key)
  if (sale.entered_at && sale.certificate_no === input.certificate_no) return
  const entered_at = input.entered_at ?? ctx.now.toISOString()
  if (new Date(entered_at) > ctx.now)
    throw invalid('transfers/invalid', [
      field('/entered_at', 'transfers/in-the-future', '登簿时间不能晚于现在', 'the entry cannot lie in the future'),
    ])
  await moveCase(ctx, sale, 'register_entry', { seen, change: { certificate_no: input.certificate_no, entered_at } })
  for (const leg of await listLegs(ctx, sale)) {
    if (leg.status === 'precheck_passed') await moveLeg(ctx, leg, 'arm')
    if (leg.status === 'not_requested') await requestPrecheck(ctx, leg)
  }
  await tellParties(ctx, sale, 'buyer', 'transfer.entered', { reference: sale.reference })
  await refoldCase(ctx, key)
}
