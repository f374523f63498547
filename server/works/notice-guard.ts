import { findRule } from '../clocks/rules.ts'
import { shanghaiDay, shiftDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { WorksRow } from './move.ts'

/**
 * Why works may not start yet because a line's operator was told too lately, or null. The rule `works.notice` gives the days between notice and start
 * per kind of line (石油天然气管道保护法 37: seven before).
 */
export async function noticeGuard(ctx: Context, { district_code, project_id }: WorksRow): Promise<string | null> {
  const today = shanghaiDay(ctx.now)
  const rule = await findRule(ctx, district_code, 'works.notice', today)
  const { days = {} } = (rule?.value ?? {}) as { days?: Record<string, number> }
  if (Object.keys(days).length === 0) return null
  const notices = await ctx.system(() => ctx.tx.many('works/list_notices', { district_code, project_id }))
  const isEarly = notices.some(({ kind, asked_on }) => today < shiftDay(asked_on, days[kind] ?? 0))
  return isEarly ? 'works/notice-running' : null
}
