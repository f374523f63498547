import { startClock, stopClocks } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import { rectificationClocks } from './states.ts'

export interface TermOf {
  district_code: number
  id: string
  project_id: string
  promoter_id: string
  contractor_id: string | null
}

/** Begins the promoter's term to put something right, in the days of the rule for its severity; an older term ends. Returns the last day. */
export async function startTerm(ctx: Context, of: TermOf, severity: 'low' | 'high'): Promise<string> {
  const { id, ...parties } = of
  const subject = { ...parties, subject_kind: 'rectification', subject_id: id }
  await stopClocks(ctx, subject, rectificationClocks)
  return startClock(ctx, subject, {
    kind: `rectification.${severity}`,
    owner: 'promoter',
    owner_id: of.promoter_id,
  })
}
