import type { Context } from '../context.ts'

/** Ends every open clock of a project without fault: the dig itself has ended. */
export function stopAllClocks(ctx: Context, key: { district_code: number; id: string }): Promise<void> {
  return ctx.system(() =>
    ctx.tx.run('projects/cancel_clocks', {
      district_code: key.district_code,
      project_id: key.id,
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
    }),
  )
}
