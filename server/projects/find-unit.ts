import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'

/** Who has a duty where a dig lies: by its dated area, else the oldest organisation of the kind; null where nobody takes part. */
export async function findUnit(
  ctx: Context,
  { district_code, project_id }: { district_code: number; project_id: string },
  { duty, kind = null }: { duty: string; kind?: string | null },
): Promise<string | null> {
  const day = shanghaiDay(ctx.now)
  const found = await ctx.system(() => ctx.tx.one('projects/find_unit', { district_code, project_id, duty, kind, day }))
  return found?.id ?? null
}
