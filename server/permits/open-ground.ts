import type { Context } from '../context.ts'

/** Keeps what ground is permitted from now on (project_geometry, life 'permitted'), in both times: the planned one, or that of a granted change. */
export function openGround(
  ctx: Context,
  ground: { district_code: number; project_id: string; source: string; change_id?: string },
): Promise<void> {
  return ctx.system(() =>
    ctx.tx.run('permits/permit_ground', {
      district_code: ground.district_code,
      project_id: ground.project_id,
      source: ground.source,
      change_id: ground.change_id ?? null,
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
    }),
  )
}
