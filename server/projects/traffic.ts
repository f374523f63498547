import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'

/** The traffic police of the place where a dig lies, or null where none take part. */
export async function trafficPoliceOf(
  ctx: Context,
  { district_code, project_id }: { district_code: number; project_id: string },
): Promise<string | null> {
  const found = await ctx.system(() =>
    ctx.tx.one('projects/find_traffic', { district_code, project_id, day: shanghaiDay(ctx.now) }),
  )
  return found?.id ?? null
}
