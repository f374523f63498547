import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { CardOwner, ClockUnit } from '../db/queries.gen.ts'
import { currentCalendar } from './calendar.ts'
import { cardOn, type Marks } from './cards.ts'
import { countClock, termsOf } from './count.ts'
import { ruleFor, type Rule } from './rules.ts'
import { shanghaiDay, type Day } from './working-days.ts'

export interface ClockSubject {
  district_code: number
  subject_kind: string
  subject_id: string
  project_id: string | null
  promoter_id?: string | null
  contractor_id?: string | null
}
export interface ClockStart {
  /** Also the key of the rule that gives its limit and legal basis, unless `rule` names another. */
  kind: string
  rule?: string
  owner: CardOwner
  owner_id: string
  /** A last day that is fixed by something else than a rule, for example the end of a permit. */
  due_on?: Day
  /** When the obligation began, if not now. */
  started_at?: Date
}

/** Starts a clock: limit and basis from the dated rule, last day by the calendar as published now. Returns its last day. */
export async function startClock(ctx: Context, subject: ClockSubject, start: ClockStart): Promise<Day> {
  const started_at = start.started_at ?? ctx.now
  const rule = await ruleFor(ctx, subject.district_code, start.rule ?? start.kind, shanghaiDay(started_at))
  const calendar = await currentCalendar(ctx)
  const unit = unitOf(rule)
  const limits = start.due_on ? { statutory_limit: null, promised_limit: null, limit_months: null } : limitsOf(rule)
  const times = countClock(
    { started_at, unit, ...limits, fixed_due_on: start.due_on ?? null, pauses: [] },
    calendar,
    await marksFor(ctx, subject.district_code),
  )
  await ctx.system(() =>
    ctx.tx.run('clocks/insert_clock', {
      ...subject,
      promoter_id: subject.promoter_id ?? null,
      contractor_id: subject.contractor_id ?? null,
      id: randomUUID(),
      kind: start.kind,
      owner: start.owner,
      owner_id: start.owner_id,
      basis_zh: rule.basis_zh,
      basis_en: rule.basis_en,
      unit,
      ...limits,
      started_at: started_at.toISOString(),
      started_on: shanghaiDay(started_at),
      ...times,
      calendar_version: calendar.version,
      card: cardOn(shanghaiDay(ctx.now), times),
      recorded_at: ctx.wall.toISOString(),
    }),
  )
  return times.due_on
}

/** Stops the running clocks of these kinds on a subject: met when in time, breached when late (by their statutory or, without one, promised day). */
export function stopClocks(
  ctx: Context,
  subject: ClockSubject,
  kinds: readonly string[],
  outcome: 'done' | 'cancelled' = 'done',
): Promise<void> {
  return ctx.system(() =>
    ctx.tx.run('clocks/stop_clocks', {
      district_code: subject.district_code,
      subject_kind: subject.subject_kind,
      subject_id: subject.subject_id,
      kinds: [...kinds],
      cancelled: outcome === 'cancelled',
      now: ctx.now.toISOString(),
      today: shanghaiDay(ctx.now),
      recorded_at: ctx.wall.toISOString(),
    }),
  )
}

/** Pauses running clocks with their legal ground (行政许可法 45 and the like); a paused clock shows no card. */
export async function pauseClocks(
  ctx: Context,
  subject: ClockSubject,
  kinds: readonly string[],
  basis: Pick<Rule, 'basis_zh' | 'basis_en'>,
): Promise<void> {
  await ctx.system(() =>
    ctx.tx.run('clocks/pause_clocks', {
      district_code: subject.district_code,
      subject_kind: subject.subject_kind,
      subject_id: subject.subject_id,
      kinds: [...kinds],
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
      basis_zh: basis.basis_zh,
      basis_en: basis.basis_en,
    }),
  )
}

/** Resumes paused clocks: the days of the pause are not counted, so the last day moves. */
export async function resumeClocks(ctx: Context, subject: ClockSubject, kinds: readonly string[]): Promise<void> {
  const calendar = await currentCalendar(ctx)
  const marks = await marksFor(ctx, subject.district_code)
  await ctx.system(async () => {
    const key = {
      district_code: subject.district_code,
      subject_kind: subject.subject_kind,
      subject_id: subject.subject_id,
      kinds: [...kinds],
    }
    for (const clock of await ctx.tx.many('clocks/list_paused_clocks', key)) {
      await ctx.tx.run('clocks/end_pause', {
        district_code: clock.district_code,
        clock_id: clock.id,
        now: ctx.now.toISOString(),
      })
      const pauses = await ctx.tx.many('clocks/list_pauses', { district_code: clock.district_code, clock_id: clock.id })
      const times = countClock(termsOf({ ...clock, pauses }), calendar, marks)
      await ctx.tx.run('clocks/resume_clock', {
        district_code: clock.district_code,
        id: clock.id,
        ...times,
        card: cardOn(shanghaiDay(ctx.now), times),
        calendar_version: calendar.version,
        recorded_at: ctx.wall.toISOString(),
        now: ctx.now.toISOString(),
      })
    }
  })
}

/** When yellow begins in this district today: the rule `card`. */
export async function marksFor(ctx: Context, district_code: number): Promise<Marks> {
  return (await ruleFor(ctx, district_code, 'card', shanghaiDay(ctx.now))).value as unknown as Marks
}

function limitsOf({ key, value }: Rule) {
  const { statutory = null, promised = null, months = null } = value as Record<string, number | undefined>
  if (statutory === null && promised === null && months === null) throw new Error(`rule ${key} has no limit`)
  return { statutory_limit: statutory, promised_limit: promised, limit_months: months }
}

const unitOf = (rule: Rule): ClockUnit =>
  rule.unit === 'hours' || rule.unit === 'working_days' ? rule.unit : 'calendar_days'
