import type { Context } from '../context.ts'
import { stageOf } from './fold.ts'

/** The fold of many projects at once, in the transaction that moved their machines in one statement. What it writes is what `refold` would. */
export async function refoldMany(ctx: Context, district_code: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await ctx.system(async () => {
    const inputs = await ctx.tx.many('projects/list_fold_inputs', { district_code, ids: [...ids] })
    const rows = inputs.map(({ id, status, stage, permit_status, works_status, ...derived }) => ({
      id,
      card: derived.card,
      card_owner: derived.card_owner,
      begun_on: derived.begun_on,
      ended_on: derived.ended_on,
      stage: stageOf(status, permit_status, works_status),
      was: stage,
    }))
    await ctx.tx.run('projects/settle_projects', {
      district_code,
      rows: JSON.stringify(rows),
      actor_name: ctx.actor.name,
      actor_role: ctx.actor.role,
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
    })
  })
}
