import type { ActorRole } from '../access/actor.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf, type Action } from '../machine/machine.ts'
import type { DetectionRow } from './find.ts'
import { penaltyGuard } from './penalise.ts'
import { detectionMachine, imageryOnly, matchMoves } from './states.ts'

/** What this role could do with a detection. Before anybody was there the penalty is shown as well, off, with the reason. */
export function movesOf(row: DetectionRow, role: ActorRole): Action[] {
  const base = `/api/detections/${publicId('det', row.district_code, row.id)}`
  const href = (name: string) => `${base}/${name.replaceAll('_', '-')}`
  const guards = { penalise: penaltyGuard(row) }
  const open = actionsOf(detectionMachine, row.status, role, href, guards)
  const hinted = imageryOnly.includes(row.status)
    ? actionsOf(detectionMachine, 'unlawful', role, href, { penalise: 'detections/not-verified' })
    : []
  return [
    ...open.filter(({ name }) => !matchMoves.includes(name.slice('detection.'.length))),
    ...hinted.filter(({ name }) => name === 'detection.penalise'),
  ]
}
