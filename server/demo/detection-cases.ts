import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import { findDetection } from '../detections/find.ts'
import { matchDetections } from '../detections/match.ts'
import { moveDetection } from '../detections/move.ts'
import { penalise } from '../detections/penalise.ts'
import type { DetectionMove } from '../detections/states.ts'
import { verifyDetection } from '../detections/verify.ts'
import { actorOf } from './actor-of.ts'
import { contextAt } from './context-at.ts'
import type { DetectionRow } from './detections.ts'
import type { District } from './district.ts'
import { districtCode } from './organisations.ts'

/** How far each case has come, in turn: the demo shows every state that a case can be in. */
const stories: readonly (readonly DetectionMove[])[] = [
  ['dispatch', 'verify'],
  ['dispatch', 'verify', 'find_unlawful', 'order_rectification'],
  [],
  ['dispatch', 'verify', 'find_unlawful', 'penalise'],
  ['dispatch'],
  ['dispatch', 'verify', 'find_false_alarm'],
  ['dispatch', 'verify', 'find_unlawful', 'order_rectification', 'confirm_rectified', 'clear'],
  ['dispatch', 'verify', 'find_lawful'],
  ['dispatch', 'verify', 'find_unlawful'],
]
const reasons: Partial<Record<DetectionMove, string>> = {
  find_unlawful: '现场正在开挖，不能出示动土许可',
  find_false_alarm: '地表为临时堆土，未开挖',
  find_lawful: '属绿化养护，不需办理动土许可',
  order_rectification: '责令停止开挖，限期回填恢复',
  penalise: '未经许可擅自挖掘城市道路',
}

/**
 * The demo's change polygons, matched on the day they came in and followed up step by step in the verbs of the room, each at its own time:
 * a case of the demo is a case like any other.
 */
export async function followDetections(ctx: Context, { detection, person, organisation }: District): Promise<void> {
  const now = ctx.now
  for (const came_in of new Set(detection.map(({ created_at }) => created_at)))
    await matchDetections(
      contextAt(ctx, new Date(came_in), systemActor(districtCode)),
      districtCode,
      detection.filter(({ created_at }) => created_at === came_in).map(({ id }) => id),
    )
  const inspector = person.find(({ login }) => login === 'zhou.yan')!
  const office = organisation.find(({ id }) => id === inspector.organisation_id)!
  const actor = actorOf(office, 'inspector', inspector)
  let told = 0
  for (const row of detection) {
    const { status } = await findDetection(contextAt(ctx, now, actor), row)
    if (status !== 'needs_review') continue
    const story = stories[told++ % stories.length]!
    for (const [i, step] of story.entries()) {
      const at = new Date(new Date(row.created_at).getTime() + (i + 1) * 25 * 3_600_000)
      if (at >= now) break
      await take(contextAt(ctx, at, actor), row, step)
    }
  }
}

async function take(ctx: Context, key: DetectionRow, step: DetectionMove): Promise<void> {
  const row = await findDetection(ctx, key)
  const reason = reasons[step]
  if (step === 'verify' || step === 'confirm_rectified') {
    const [lon, lat] = key.geom.coordinates[0]![0]![0]!
    const note = step === 'verify' ? '到场核实，已拍照并询问' : '已回填恢复路面，复核合格'
    await verifyDetection(ctx, step, row, { note, position: { lon, lat, accuracy_m: 6 }, attachments: [], seen: null })
  } else if (step === 'penalise') await penalise(ctx, row, { reason })
  else await moveDetection(ctx, step, row, { reason })
}
