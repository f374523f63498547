import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'

/** The next reference of a series in this year, `DP-510116-2026-000123`; taken with the transaction that uses it. */
export async function takeReference(ctx: Context, district_code: number, series: string): Promise<string> {
  const year = Number(shanghaiDay(ctx.now).slice(0, 4))
  const taken = await ctx.system(() => ctx.tx.one('projects/take_reference', { district_code, series, year, count: 1 }))
  return `${series}-${district_code}-${year}-${String(taken!.last_number).padStart(6, '0')}`
}
