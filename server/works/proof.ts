import { findRule } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { evidenceOf, photosOf } from '../projects/evidence.ts'
import type { WorksRow } from './move.ts'

export type ProvedMove = 'start' | 'complete' | 'pass'
interface Proof {
  /** How many photos the move needs. */
  photos?: number
  /** How far from the dig they may say they were taken; a photo that does not say where proves nothing then. */
  within_m?: number
  /** Whether acceptance needs the measured area of what was restored. */
  measured?: boolean
}

/** Refuses a move (422) whose proof, as the place's rule `works.proof` asks for it of digs of this kind, is not there: photos, taken on the spot; the area restored. */
export async function prove(
  ctx: Context,
  works: WorksRow,
  move: ProvedMove,
  given: { evidence?: string[]; restored_m2?: number },
): Promise<void> {
  const { district_code, project_id } = works
  const rule = await findRule(ctx, district_code, 'works.proof', shanghaiDay(ctx.now))
  const { kinds = [], ...moves } = (rule?.value ?? {}) as { kinds?: string[] } & Partial<Record<ProvedMove, Proof>>
  const proof = moves[move]
  if (!proof || !kinds.includes(works.kind)) return
  const { photos = 0, within_m, measured } = proof
  const of = { district_code, project_id }
  const taken = await photosOf(ctx, of, await evidenceOf(ctx, of, given.evidence ?? [], '/evidence'))
  const near = taken.filter(({ distance_m }) => !within_m || (distance_m !== null && distance_m <= within_m))
  const wrong = []
  if (taken.length < photos)
    wrong.push(field('/evidence', 'works/photo-missing', `须附现场照片 ${photos} 张`, `photos of the site: ${photos}`))
  else if (near.length < photos)
    wrong.push(
      field(
        '/evidence',
        'works/photo-elsewhere',
        `照片须在距动土地点 ${within_m} 米内拍摄，并带位置`,
        `photos must be taken within ${within_m} m of the dig and say where`,
      ),
    )
  if (measured && given.restored_m2 === undefined)
    wrong.push(field('/restored_m2', 'works/not-measured', '须填写实测恢复面积', 'give the area restored, as measured'))
  if (wrong.length > 0) throw invalid('works/invalid', wrong)
}
