import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sequenceDistrict } from '../../server/audit/sequence.ts'
import type { Database } from '../../server/db/database.ts'
import type { District } from '../../server/demo/district.ts'
import { loadDistrict } from '../../server/demo/load.ts'
import { upload } from '../attachments/upload.ts'
import { districtOf } from '../demo/district.ts'
import { fileDig } from '../projects/dig.ts'
import { stage, type Stage } from '../transfers/stage.ts'

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'dongtu-backup-'))

export interface Busy extends Stage {
  folder: string
  /** A dig that was filed with a photo, and its promoter's token. */
  dig: { id: string; photo: string; token: string }
  transfer_id: string
}

/** An installation with some of everything: a slice of the demo district, a dig with a photo, a sale under way. */
export async function busy(db: Database): Promise<Busy> {
  const folder = await newFolder()
  const s = await stage({ db, folder })
  await loadDistrict(s, slice(districtOf('2026-11-23'), 100))
  const { id, promoter } = await fileDig(s)
  const photo = await upload(s, promoter, { fields: { subject_id: id } })
  const sale = await s.entered()
  for (const district_code of [s.district_code, 510116]) await sequenceDistrict(s.run, district_code)
  const dig = { id, photo: photo.headers.get('location')!, token: promoter.token }
  return { ...s, folder, dig, transfer_id: sale.id }
}

/** Every n-th dig with all that hangs on it, and the homes that are sold. */
function slice(whole: District, n: number): District {
  const digs = new Set(whole.dig_project.filter((_, i) => i % n === 0).map(({ id }) => id))
  const sold = new Set(whole.transfer_case.map(({ unit_id }) => unit_id))
  const ofDig = <Row extends { project_id: string | null }>(rows: readonly Row[]) =>
    rows.filter(({ project_id }) => project_id === null || digs.has(project_id))
  return {
    ...whole,
    dig_project: whole.dig_project.filter(({ id }) => digs.has(id)),
    site: ofDig(whole.site),
    permit: ofDig(whole.permit),
    approval_item: ofDig(whole.approval_item),
    permit_consent: ofDig(whole.permit_consent),
    handover: ofDig(whole.handover),
    emergency_case: ofDig(whole.emergency_case),
    works: ofDig(whole.works),
    clock: ofDig(whole.clock),
    utility_request: ofDig(whole.utility_request),
    inspection: ofDig(whole.inspection),
    rectification: ofDig(whole.rectification),
    event: ofDig(whole.event),
    building: whole.building.map((row) =>
      row.project_id && !digs.has(row.project_id) ? { ...row, project_id: null } : row,
    ),
    home_unit: whole.home_unit.filter(({ id }, i) => sold.has(id) || i % (10 * n) === 0),
    road_segment: whole.road_segment.filter((_, i) => i % n === 0),
    network_segment: whole.network_segment.filter((_, i) => i % n === 0),
  }
}
