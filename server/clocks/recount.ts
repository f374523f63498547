import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { currentCalendar } from './calendar.ts'
import { cardOn, type Marks } from './cards.ts'
import { marksFor } from './clock.ts'
import { countClock, termsOf } from './count.ts'
import { shanghaiDay, type Calendar } from './working-days.ts'

/** What the owner of a project does when a card of it changed without a move: fold it. From the composition root. */
export type OnCardChanged = (ctx: Context, key: { district_code: number; id: string }) => Promise<void>
type Counted = Queries['clocks/list_clocks_to_recount']['row']

const batch = 2000
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Counts the open clocks again when the State Council has published another calendar (2020-01-27 did so for days already counted).
 * Only clocks whose days move are written, each with a version that shows the difference. A run that was killed begins again and
 * finds moved clocks in place, so nothing is moved twice.
 */
export function recountJob(onCardChanged: OnCardChanged): Job {
  return {
    name: 'clocks.recount',
    every_seconds: 60,
    run: (parts, district_code) => recountDistrict(parts, district_code, onCardChanged),
  }
}

async function recountDistrict(parts: Parts, district_code: number, onCardChanged: OnCardChanged): Promise<void> {
  const system = systemActor(district_code)
  const begun = await parts.run(system, async (ctx) => {
    const { version } = await currentCalendar(ctx)
    return ctx.tx.one('clocks/begin_recount', { district_code, calendar_version: version, now: ctx.now.toISOString() })
  })
  if (!begun) return
  let examined = 0
  for (let after: string | undefined = first; after;) {
    const done = await parts.run(system, (ctx) => recountBatch(ctx, { district_code, after: after! }, onCardChanged))
    examined += done.examined
    after = done.last
  }
  await parts.run(system, async (ctx) => {
    await ctx.tx.run('clocks/finish_recount', { district_code, ...begun, examined, now: ctx.now.toISOString() })
    await ctx.audit({
      action: 'clocks.recount',
      subject_kind: 'calendar',
      district_code,
      detail: { calendar_version: begun.calendar_version, examined },
    })
  })
}

/** One batch in one transaction; `last` is where the next begins, undefined after the last. */
export async function recountBatch(
  ctx: Context,
  { district_code, after }: { district_code: number; after: string },
  onCardChanged: OnCardChanged,
): Promise<{ examined: number; moved: number; last: string | undefined }> {
  const calendar = await currentCalendar(ctx)
  const marks = await marksFor(ctx, district_code)
  const clocks = await ctx.tx.many('clocks/list_clocks_to_recount', { district_code, after, limit: batch })
  const moved = clocks
    .map((clock) => ({ clock, now: again(clock, calendar, marks, shanghaiDay(ctx.now)) }))
    .filter(({ clock, now }) => differs(clock, now))
  if (moved.length > 0) await write(ctx, { district_code, calendar_version: calendar.version }, moved)
  const repainted = moved.filter(({ clock, now }) => clock.project_id && clock.card !== now.card)
  for (const id of new Set(repainted.map(({ clock }) => clock.project_id!)))
    await onCardChanged(ctx, { district_code, id })
  return { examined: clocks.length, moved: moved.length, last: clocks.length < batch ? undefined : clocks.at(-1)!.id }
}

interface Moved {
  clock: Counted
  now: Days
}

async function write(ctx: Context, of: { district_code: number; calendar_version: string }, moved: Moved[]) {
  const times = { now: ctx.now.toISOString(), recorded_at: ctx.wall.toISOString() }
  const rows = moved.map(({ clock, now }) => ({ id: clock.id, ...now }))
  await ctx.tx.run('clocks/recount_clocks', { ...of, ...times, rows: JSON.stringify(rows) })
  const shifted = moved.filter(({ clock, now }) => clock.due_on !== now.due_on)
  if (shifted.length === 0) return
  await ctx.tx.run('clocks/emit_recounted', {
    district_code: of.district_code,
    ...times,
    actor_name: ctx.actor.name,
    actor_role: ctx.actor.role,
    rows: JSON.stringify(shifted.map(({ clock }) => ({ id: clock.id, was_due_on: clock.due_on }))),
  })
}

type Days = Pick<Counted, 'due_on' | 'yellow_on' | 'statutory_due_on' | 'provisional' | 'card'>

/** A card falls here when its days moved away; it is raised by the sweep alone, with its event. */
function again(clock: Counted, calendar: Calendar, marks: Marks, today: string): Days {
  const { due_on, yellow_on, statutory_due_on, provisional } = countClock(termsOf(clock as never), calendar, marks)
  const card = cardOn(today, { due_on, yellow_on })
  return { due_on, yellow_on, statutory_due_on, provisional, card: rank[card] < rank[clock.card] ? card : clock.card }
}

const rank = { none: 0, yellow: 1, red: 2 }

function differs(clock: Counted, now: Days): boolean {
  return (
    clock.due_on !== now.due_on ||
    clock.yellow_on !== now.yellow_on ||
    clock.statutory_due_on !== now.statutory_due_on ||
    clock.provisional !== now.provisional
  )
}
