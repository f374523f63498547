import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { tellOfClock } from './tell.ts'
import { shanghaiDay } from './working-days.ts'

/** What the owner of a subject does when a clock of it turns: fold the card, escalate. By subject kind, from the composition root. */
export type OnMark = (
  ctx: Context,
  clock: {
    district_code: number
    project_id: string | null
    subject_kind: string
    subject_id: string
    kind: string
    card: 'yellow' | 'red'
    due_on: string
    promoter_id: string | null
  },
) => Promise<void>

/** Raises the cards that today asks for, once each: clocks, events and the projects' cards are one transaction per batch. */
export function sweepJob(onMark: OnMark, batch = 200): Job {
  return {
    name: 'clocks.sweep',
    every_seconds: 15,
    async run(parts, district_code) {
      for (let found = batch; found === batch;) found = await sweepBatch(parts, district_code, onMark, batch)
    },
  }
}

function sweepBatch(parts: Parts, district_code: number, onMark: OnMark, batch: number): Promise<number> {
  return parts.run(systemActor(district_code), async (ctx) => {
    const times = { now: ctx.now.toISOString(), today: shanghaiDay(ctx.now) }
    const due = await ctx.tx.many('clocks/list_clocks_to_mark', { district_code, limit: batch, ...times })
    for (const clock of due) {
      const marked = await ctx.tx.one('clocks/mark_clock', {
        district_code,
        id: clock.id,
        version: clock.version,
        card: clock.marked,
        now: times.now,
        recorded_at: ctx.wall.toISOString(),
      })
      if (!marked) continue
      const type = clock.marked === 'red' ? 'clock.turned_red' : 'clock.turned_yellow'
      const told = { type, version: marked.version, data: { card: clock.marked } }
      await tellOfClock(ctx, { ...clock, district_code }, told)
      await onMark(ctx, { ...clock, district_code, card: clock.marked as 'yellow' | 'red' })
    }
    return due.length
  })
}
