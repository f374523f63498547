import type { Context } from '../context.ts'
import { publicId, type Key } from '../http/public-id.ts'
import { findClock, type ClockRow } from './answer.ts'
import { shanghaiDay, shiftDay } from './working-days.ts'

/** The whole ledger of one clock for those who may see the clock: its versions with their causes, its pauses with their legal grounds. */
export async function ledgerOf(ctx: Context, key: Key) {
  const clock = await findClock(ctx, key)
  const of = { district_code: clock.district_code, clock_id: clock.id }
  const [versions, pauses] = await ctx.system(async () => [
    await ctx.tx.many('clocks/list_versions', of),
    await ctx.tx.many('clocks/list_pauses', of),
  ])
  const {
    district_code,
    id,
    project_id,
    subject_id: _s,
    owner_id: _o,
    promoter_id: _p,
    contractor_id: _c,
    ...shown
  } = clock
  return {
    ...shown,
    id: publicId('clk', district_code, id),
    project_id: project_id && publicId('prj', district_code, project_id),
    forecast: forecastOf(clock, shanghaiDay(ctx.now)),
    versions,
    pauses: pauses.map(({ paused_at, resumed_at, basis_zh, basis_en }) => ({
      paused_at,
      resumed_at,
      basis_zh,
      basis_en,
    })),
  }
}

/** The next card of a running clock and the day on which it falls, if nothing is done; null when it is paused, ended or red. */
export function forecastOf(
  clock: Pick<ClockRow, 'state' | 'card' | 'yellow_on' | 'due_on'>,
  today: string,
): { card: 'yellow' | 'red'; on: string } | null {
  if (clock.state !== 'running' || clock.card === 'red' || today > clock.due_on) return null
  return today < clock.yellow_on
    ? { card: 'yellow', on: clock.yellow_on }
    : { card: 'red', on: shiftDay(clock.due_on, 1) }
}
