import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { DetectionRow } from './find.ts'
import { moveDetection, type DetectionChange } from './move.ts'
import { detectionMachine } from './states.ts'

/** A patch is only a lead and never the direct basis of a penalty (自然资发〔2023〕258号): somebody has to have been there since the case was opened. */
export const penaltyGuard = (row: Pick<DetectionRow, 'verified'>): 'detections/not-verified' | null =>
  row.verified === 0 ? 'detections/not-verified' : null

/** Files the penalty case (立案): from here the law counts the days to the decision. 409 not-verified on imagery alone. */
export async function penalise(ctx: Context, row: DetectionRow, change: DetectionChange): Promise<void> {
  const guard = penaltyGuard(row)
  const { by }: { by: readonly string[] } = detectionMachine.moves.penalise
  if (guard && by.includes(ctx.actor.role)) throw new Problem(409, guard, { status: row.status })
  await moveDetection(ctx, 'penalise', row, change)
}
