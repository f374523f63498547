import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { knownFiles } from '../projects/known-files.ts'
import type { DetectionRow } from './find.ts'
import { moveDetection } from './move.ts'
import type { VerificationInput } from './schemas.ts'

/**
 * Somebody was there and says what it is, or that it was put right: a note, and a position or a photo that proves the visit (422 without).
 * The distance to the patch is kept and shown, and holds nobody back.
 */
export async function verifyDetection(
  ctx: Context,
  step: 'verify' | 'confirm_rectified',
  row: DetectionRow,
  input: VerificationInput & { seen: number | null },
): Promise<void> {
  const { note, seen, position } = input
  const evidence = await evidenceOf(ctx, row, input.attachments)
  if (!position && evidence.length === 0)
    throw invalid('detections/invalid', [
      field('/position', 'detections/evidence-missing', '须有现场定位或照片', 'a position or a photo is needed'),
    ])
  await moveDetection(ctx, step, row, { seen, note, evidence })
  await ctx.tx.one('detections/insert_verification', {
    district_code: row.district_code,
    detection_id: row.id,
    id: randomUUID(),
    step,
    note,
    lon: position?.lon ?? null,
    lat: position?.lat ?? null,
    accuracy_m: position?.accuracy_m ?? null,
    evidence,
    verifier_id: ctx.actor.id,
    verifier_name: ctx.actor.name,
    organisation_id: ctx.actor.organisation_id,
    now: ctx.now.toISOString(),
    recorded_at: ctx.wall.toISOString(),
  })
}

const evidenceOf = (ctx: Context, { district_code, id }: DetectionRow, given: readonly string[]): Promise<string[]> =>
  knownFiles(given, (ids) => ctx.tx.many('detections/list_files', { district_code, id, ids }), {
    code: 'detections/invalid',
    pointer: '/attachments',
    words: ['该图斑没有这个附件', 'the detection has no such file'],
  })
