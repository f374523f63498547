import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { currentCalendar } from './calendar.ts'
import { cardOn } from './cards.ts'
import { marksFor } from './clock.ts'
import { countClock, termsOf, type Times } from './count.ts'
import { shanghaiDay, startOfDay } from './working-days.ts'

/** What the owner of a project does when a card of it changed without a move: fold it. From the composition root. */
export type OnCardChanged = (ctx: Context, key: { district_code: number; id: string }) => Promise<void>
type Alike = Queries['clocks/list_terms_to_recount']['row']
type Paused = Queries['clocks/list_clocks_to_recount']['row']
type Days = Pick<Times, 'due_on' | 'yellow_on' | 'statutory_due_on' | 'provisional'>

const batch = 2000
/** Clocks of one transaction when they are moved by their terms: some tenths of a second. */
const moved_at_once = 10_000
const most_terms = 100_000
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Counts the open clocks again when the State Council has published another calendar (2020-01-27 did so for days already counted).
 * Only clocks whose days move are written, each with a version that shows the difference; first all deadlines are right, then everybody is told.
 * A run that was killed begins again and finds moved clocks in place, so nothing is moved or told twice.
 */
export function recountJob(onCardChanged: OnCardChanged): Job {
  return {
    name: 'clocks.recount',
    every_seconds: 60,
    run: async (parts, district_code) => {
      const system = systemActor(district_code)
      const begun = await parts.run(system, async (ctx) => {
        const { version } = await currentCalendar(ctx)
        const now = ctx.now.toISOString()
        return ctx.tx.one('clocks/begin_recount', { district_code, calendar_version: version, now })
      })
      if (!begun) return
      const examined = await recountClocks(parts, district_code, onCardChanged)
      await tellRecounted(parts, { district_code, ...begun })
      await parts.run(system, async (ctx) => {
        await ctx.tx.run('clocks/finish_recount', { district_code, ...begun, examined, now: ctx.now.toISOString() })
        const detail = { calendar_version: begun.calendar_version, examined }
        await ctx.audit({ action: 'clocks.recount', subject_kind: 'calendar', district_code, detail })
      })
    },
  }
}

/** Moves every deadline of a district to where the calendar as published now has it; how many it looked at. */
export async function recountClocks(
  parts: Pick<Parts, 'run'>,
  district_code: number,
  onCardChanged: OnCardChanged,
): Promise<number> {
  const system = systemActor(district_code)
  const terms = await parts.run(system, ({ tx }) =>
    tx.many('clocks/list_terms_to_recount', { district_code, limit: most_terms }),
  )
  for (const some of bySize(terms))
    await parts.run(system, (ctx) => recountAlike(ctx, district_code, some, onCardChanged))
  let examined = terms.reduce((sum, { clocks }) => sum + clocks, 0)
  for (let after: string | undefined = first; after;) {
    const done = await parts.run(system, (ctx) => recountPaused(ctx, { district_code, after: after! }, onCardChanged))
    examined += done.examined
    after = done.last
  }
  return examined
}

/** Clocks counted by the same terms move together, whoever holds them: the calendar is asked once for each. */
async function recountAlike(
  ctx: Context,
  district_code: number,
  terms: readonly Alike[],
  onCardChanged: OnCardChanged,
): Promise<void> {
  const { count, calendar_version } = await counting(ctx, district_code)
  const moved = terms.flatMap((of) => {
    const started_at = startOfDay(of.started_on).toISOString()
    const now = count({ ...of, started_at, pauses: [] })
    if (!now) return []
    const { due_on, yellow_on, statutory_due_on, provisional, card, clocks: _c, ...kept } = of
    return {
      ...kept,
      was_due_on: due_on,
      was_yellow_on: yellow_on,
      was_statutory_due_on: statutory_due_on,
      was_provisional: provisional,
      was_card: card,
      ...now,
    }
  })
  if (moved.length === 0) return
  const repainted = await ctx.tx.many('clocks/recount_alike', {
    district_code,
    calendar_version,
    ...times(ctx, moved),
  })
  for (const { project_id } of repainted) await onCardChanged(ctx, { district_code, id: project_id })
}

/** A clock that was paused has days of its own. One batch in one transaction; `last` is where the next begins, undefined after the last. */
async function recountPaused(
  ctx: Context,
  { district_code, after }: { district_code: number; after: string },
  onCardChanged: OnCardChanged,
): Promise<{ examined: number; last: string | undefined }> {
  const { count, calendar_version } = await counting(ctx, district_code)
  const clocks = await ctx.tx.many('clocks/list_clocks_to_recount', { district_code, after, limit: batch })
  const moved = clocks.flatMap((clock) => {
    const now = count(clock as Paused & { pauses: never })
    return now ? { id: clock.id, ...now, project_id: clock.project_id, was_card: clock.card } : []
  })
  if (moved.length > 0)
    await ctx.tx.run('clocks/recount_clocks', { district_code, calendar_version, ...times(ctx, moved) })
  const repainted = moved.filter(({ project_id, was_card, card }) => project_id && was_card !== card)
  for (const id of new Set(repainted.map(({ project_id }) => project_id!)))
    await onCardChanged(ctx, { district_code, id })
  return { examined: clocks.length, last: clocks.length < batch ? undefined : clocks.at(-1)!.id }
}

/** Tells of every deadline that a state of the calendar has moved, once each, in batches. */
export async function tellRecounted(
  parts: Pick<Parts, 'run'>,
  of: { district_code: number; calendar_version: string },
): Promise<void> {
  for (let after: string | undefined = first; after;) {
    const looked: { clock_id: string }[] = await parts.run(systemActor(of.district_code), (ctx) =>
      ctx.tx.many('clocks/emit_recounted', {
        ...of,
        after: after!,
        limit: batch,
        now: ctx.now.toISOString(),
        recorded_at: ctx.wall.toISOString(),
        actor_name: ctx.actor.name,
        actor_role: ctx.actor.role,
      }),
    )
    after = looked.length < batch ? undefined : looked.at(-1)!.clock_id
  }
}

/** `count` counts by the calendar as published now; null where the days stay. A card falls when its days move away; it is raised by the sweep alone, with its event. */
async function counting(ctx: Context, district_code: number) {
  const calendar = await currentCalendar(ctx)
  const marks = await marksFor(ctx, district_code)
  const today = shanghaiDay(ctx.now)
  const count = (clock: Parameters<typeof termsOf>[0] & Days & Pick<Alike, 'card'>) => {
    const { due_on, yellow_on, statutory_due_on, provisional } = countClock(termsOf(clock), calendar, marks)
    const now = { due_on, yellow_on, statutory_due_on, provisional }
    if (isSame(clock, now)) return null
    const card = cardOn(today, now)
    return { ...now, card: rank[card] < rank[clock.card] ? card : clock.card }
  }
  return { count, calendar_version: calendar.version }
}

const rank = { none: 0, yellow: 1, red: 2 }

const isSame = (clock: Days, now: Days): boolean =>
  clock.due_on === now.due_on &&
  clock.yellow_on === now.yellow_on &&
  clock.statutory_due_on === now.statutory_due_on &&
  clock.provisional === now.provisional

const times = (ctx: Context, rows: readonly object[]) => ({
  rows: JSON.stringify(rows),
  now: ctx.now.toISOString(),
  recorded_at: ctx.wall.toISOString(),
})

/** Terms in groups of so many clocks. */
function bySize(terms: readonly Alike[]): Alike[][] {
  const groups: Alike[][] = []
  let size = moved_at_once
  for (const of of terms) {
    if (size >= moved_at_once) {
      groups.push([])
      size = 0
    }
    groups.at(-1)!.push(of)
    size += of.clocks
  }
  return groups
}
