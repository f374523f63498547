import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
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

const batch = 200

/** Raises the cards that today asks for, once each: clock, event and the project's card are one transaction per clock. */
export function sweepJob(onMark: OnMark): Job {
  return {
    name: 'clocks.sweep',
    every_seconds: 15,
    async run(parts, district_code) {
      for (let found = batch; found === batch;) found = await sweepBatch(parts, district_code, onMark)
    },
  }
}

function sweepBatch(parts: Parts, district_code: number, onMark: OnMark): Promise<number> {
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
      await ctx.emit({
        type: clock.marked === 'red' ? 'clock.turned_red' : 'clock.turned_yellow',
        district_code,
        subject_kind: 'clock',
        subject_id: clock.id,
        subject_version: marked.version,
        project_id: clock.project_id,
        promoter_id: clock.promoter_id,
        utility_id: clock.owner === 'utility' ? clock.owner_id : null,
        is_personal: clock.subject_kind === 'transfer_leg',
        basis_zh: clock.basis_zh,
        basis_en: clock.basis_en,
        data: { kind: clock.kind, card: clock.marked, due_on: clock.due_on },
      })
      await onMark(ctx, { ...clock, district_code, card: clock.marked as 'yellow' | 'red' })
    }
    return due.length
  })
}
