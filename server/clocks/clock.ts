import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { CardOwner, ClockUnit } from '../db/queries.gen.ts'
import { currentCalendar } from './calendar.ts'
import { cardOn, deadline, type Deadline } from './cards.ts'
import { ruleFor, type Rule } from './rules.ts'
import { previousWorkingDay, shanghaiDay, type Calendar, type Day } from './working-days.ts'

export interface ClockSubject {
  district_code: number
  subject_kind: string
  subject_id: string
  project_id: string | null
  promoter_id?: string | null
  contractor_id?: string | null
}
export interface ClockStart {
  /** Also the key of the rule that gives its limit and legal basis. */
  kind: string
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
  const rule = await ruleFor(ctx, subject.district_code, start.kind, shanghaiDay(started_at))
  const calendar = await currentCalendar(ctx)
  const times = start.due_on ? fixed(start.due_on, calendar) : counted(rule, started_at, calendar)
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
      unit: unitOf(rule),
      statutory_limit: rule.value.statutory ?? null,
      promised_limit: rule.value.promised ?? null,
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
      basis_zh: basis.basis_zh,
      basis_en: basis.basis_en,
    }),
  )
}

/** Resumes paused clocks: the days of the pause are not counted, so the last day moves. */
export async function resumeClocks(ctx: Context, subject: ClockSubject, kinds: readonly string[]): Promise<void> {
  const calendar = await currentCalendar(ctx)
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
      const limit = clock.promised_limit ?? clock.statutory_limit
      const recount = (n: number) =>
        deadline(
          {
            started_at: new Date(clock.started_at),
            limit: n,
            unit: clock.unit,
            pauses: pauses.map((p) => ({
              paused_at: new Date(p.paused_at),
              resumed_at: p.resumed_at ? new Date(p.resumed_at) : null,
            })),
          },
          calendar,
        )
      const times = limit === null ? { due_on: clock.due_on, yellow_on: clock.yellow_on } : known(recount(limit))
      await ctx.tx.run('clocks/resume_clock', {
        district_code: clock.district_code,
        id: clock.id,
        due_on: times.due_on,
        yellow_on: times.yellow_on,
        statutory_due_on:
          clock.statutory_limit === null ? clock.statutory_due_on : known(recount(clock.statutory_limit)).due_on,
        card: cardOn(shanghaiDay(ctx.now), times),
        calendar_version: calendar.version,
        recorded_at: ctx.wall.toISOString(),
        now: ctx.now.toISOString(),
      })
    }
  })
}

interface Times {
  due_on: Day
  yellow_on: Day
  statutory_due_on: Day | null
  due_at: string | null
  provisional: boolean
}

/** Cards follow the promised limit where there is one; legality follows the statutory one. */
function counted(rule: Rule, started_at: Date, calendar: Calendar): Times {
  const { statutory, promised, months } = rule.value as { statutory?: number; promised?: number; months?: number }
  if (months !== undefined) return fixed(addMonths(shanghaiDay(started_at), months), calendar)
  const limit = promised ?? statutory
  if (limit === undefined) throw new Error(`rule ${rule.key} has no limit`)
  const unit = unitOf(rule)
  const times = known(deadline({ started_at, limit, unit }, calendar))
  const legal = statutory === undefined ? null : known(deadline({ started_at, limit: statutory, unit }, calendar))
  return {
    due_on: times.due_on,
    yellow_on: times.yellow_on,
    statutory_due_on: legal?.due_on ?? null,
    due_at: unit === 'hours' ? times.red_from.toISOString() : null,
    provisional: times.provisional || (legal?.provisional ?? false),
  }
}

function fixed(due_on: Day, calendar: Calendar): Times {
  return {
    due_on,
    yellow_on: previousWorkingDay(due_on, calendar),
    statutory_due_on: due_on,
    due_at: null,
    provisional: due_on > calendar.known_until,
  }
}

function known(times: Deadline) {
  if (times.due_on === null) throw new Error('a running clock cannot be held by an open pause')
  return times
}

const unitOf = (rule: Rule): ClockUnit =>
  rule.unit === 'hours' || rule.unit === 'working_days' ? rule.unit : 'calendar_days'

/** The same day of the month, n months later; the month's last day where there is none (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
