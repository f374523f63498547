import type { Context } from '../context.ts'
import { stageOf } from './fold.ts'

/**
 * Writes the derived columns of one project (stage, card, card_owner) from its machines and clocks, with its version row,
 * in the transaction that moved one of them. Writes nothing when nothing changed.
 */
export async function refold(ctx: Context, key: { district_code: number; id: string }): Promise<void> {
  await ctx.system(async () => {
    const inputs = await ctx.tx.one('projects/find_fold_inputs', key)
    if (!inputs) throw new Error('a machine moved under a project that does not exist')
    const settled = await ctx.tx.one('projects/settle_project', {
      ...key,
      stage: stageOf(inputs.status, inputs.permit_status, inputs.works_status),
      card: inputs.card,
      card_owner: inputs.card_owner,
      begun_on: inputs.begun_on,
      ended_on: inputs.ended_on,
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
    })
    if (settled && settled.stage !== inputs.stage)
      await ctx.emit({
        type: 'project.stage_changed',
        district_code: key.district_code,
        subject_kind: 'project',
        subject_id: key.id,
        subject_version: settled.version,
        project_id: key.id,
        promoter_id: inputs.promoter_id,
        data: { from: inputs.stage, to: settled.stage },
      })
  })
}
