import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { changedSince, notFound, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { tellOfClock } from './tell.ts'
import { shanghaiDay } from './working-days.ts'

export type ClockRow = Queries['clocks/find_clock']['row']
export type ClockAnswer = 'acknowledge' | 'explain'

/** Why the caller may not answer this card now: a reason code, or null. Only who holds the ball answers for it. */
export function answerGuard(
  clock: Pick<ClockRow, 'owner_id' | 'state' | 'card' | 'due_on' | 'stopped_at' | 'acknowledged_at'>,
  answer: ClockAnswer,
  organisation_id: string | null,
): 'clocks/not-your-clock' | 'clocks/no-card' | 'clocks/acknowledged-before' | 'clocks/not-late' | null {
  if (clock.owner_id !== organisation_id) return 'clocks/not-your-clock'
  if (answer === 'explain') return isLate(clock) ? null : 'clocks/not-late'
  if (clock.card === 'none') return 'clocks/no-card'
  return clock.acknowledged_at === null ? null : 'clocks/acknowledged-before'
}

/** Past its promised day: red while it runs, or stopped after the day. */
function isLate({ card, stopped_at, due_on }: Pick<ClockRow, 'card' | 'stopped_at' | 'due_on'>): boolean {
  return card === 'red' || (stopped_at !== null && shanghaiDay(new Date(stopped_at)) > due_on)
}

/**
 * The holder of the ball answers a card: has seen it, or says in public why the limit was passed (优化营商环境条例 36).
 * 403 not your clock, 409 nothing to answer or changed since; an event and an audit row.
 */
export async function answerClock(
  ctx: Context,
  key: Key,
  { answer, explanation, seen }: { answer: ClockAnswer; explanation?: string; seen: number | null },
): Promise<void> {
  const clock = await findClock(ctx, key)
  const refused = answerGuard(clock, answer, ctx.actor.organisation_id)
  if (refused) throw new Problem(refused === 'clocks/not-your-clock' ? 403 : 409, refused)
  if (seen !== null && seen !== clock.version) throw changedSince('clocks', { version: clock.version })
  const change = {
    district_code: clock.district_code,
    id: clock.id,
    version: clock.version,
    person_id: ctx.actor.id,
    now: ctx.now.toISOString(),
    recorded_at: ctx.wall.toISOString(),
  }
  const answered = await ctx.system(() =>
    answer === 'acknowledge'
      ? ctx.tx.one('clocks/acknowledge_clock', change)
      : ctx.tx.one('clocks/explain_clock', { ...change, explanation: explanation ?? null }),
  )
  if (!answered) throw changedSince('clocks', { version: clock.version })
  const type = answer === 'acknowledge' ? 'clock.acknowledged' : 'clock.explained'
  await tellOfClock(ctx, clock, { type, version: answered.version })
  await ctx.audit({
    action: `clock.${answer}`,
    district_code: clock.district_code,
    subject_kind: 'clock',
    subject_id: clock.id,
    reason: explanation,
  })
}

export async function findClock(ctx: Context, key: Key): Promise<ClockRow> {
  const clock = ctx.actor.role === 'public' ? null : await ctx.tx.one('clocks/find_clock', key)
  if (!clock) throw notFound('clocks')
  return clock
}

export function clockKey(id: string): Key {
  const key = parsePublicId('clk', id)
  if (!key) throw notFound('clocks')
  return key
}
