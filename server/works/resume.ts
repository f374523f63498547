import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { moveWorks, type WorksChange, type WorksRow } from './move.ts'
import { alertOver } from './start.ts'

/** Resumes suspended works (复工), whoever suspended them; not while an alert stands over the dig. */
export async function resumeWorks(ctx: Context, works: WorksRow, change: WorksChange): Promise<void> {
  const alert = works.status === 'suspended' ? await alertOver(ctx, works) : null
  if (alert) throw new Problem(409, 'works/under-alert', { until_at: alert.until_at })
  await moveWorks(ctx, 'resume', works, change)
}
