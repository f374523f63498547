import { randomUUID } from 'node:crypto'
import { rectanglesAround } from '../../server/bench/rectangles.ts'
import type { MultiPolygon, Position } from '../../server/geometry/geojson.ts'
import type { World } from '../world.ts'

/** A place of this world's own, so that worlds of one database do not overlap. */
export const origin = ({ district_code }: Pick<World, 'district_code'>): Position => [
  103.6 + (district_code % 40) * 0.02,
  30.2 + (Math.floor(district_code / 40) % 40) * 0.02,
]

/** A rectangle by its middle in metres from the world's place, its sides, and how far it is turned. */
export const box = (w: World, ...sides: Parameters<ReturnType<typeof rectanglesAround>>): MultiPolygon =>
  rectanglesAround(origin(w))(...sides)

export interface Dig {
  geometry: MultiPolygon
  /** The ground as permitted, where it differs from the dig's. */
  permitted?: MultiPolygon
  kind?: 'excavation' | 'occupation'
  from?: string
  to?: string
  /** What the permit is now, and since when. */
  status?: string
  granted_at?: string
  ended_at?: string
  /** Began before its permit on this day. */
  begun_on?: string
  has_permit?: boolean
  /** The last moment of filing, for an emergency without a permit yet. */
  file_by?: string
}

/** A dig with its permit as they lie in the database, past all moves: the match only reads them. Answers their references. */
export async function layDig(w: World, dig: Dig) {
  const [id, permit_id] = [randomUUID(), randomUUID()]
  const { status = 'delivered', granted_at = '2026-01-05T00:00:00Z', ended_at, has_permit = true } = dig
  const parties = { promoter_id: randomUUID() }
  const [valid_from, valid_to] = [dig.from ?? '2026-02-01', dig.to ?? '2026-02-28']
  const reference = `DP-${id}`
  await insert(w, 'dig_project', dig.geometry, {
    id,
    reference,
    name: '云杉路给水管改造',
    kind: 'pipeline_works',
    status: 'registered',
    ...parties,
    promoter_name: '测试',
    stage: 'in_progress',
    card: 'none',
    authority_id: randomUUID(),
    planned_from: valid_from,
    planned_to: valid_to,
    is_retrospective: dig.begun_on !== undefined,
    begun_on: dig.begun_on ?? null,
    version: 1,
    created_at: '2026-01-01',
    updated_at: '2026-01-01',
  })
  if (dig.permitted)
    await insert(w, 'project_geometry', dig.permitted, {
      id: randomUUID(),
      project_id: id,
      life: 'permitted',
      source: 'test',
      valid_from: '2026-01-05',
      recorded_from: '2026-01-05',
      ...parties,
    })
  if (has_permit) {
    await insert(w, 'permit', null, {
      id: permit_id,
      project_id: id,
      reference: `${reference}-P01`,
      kind: dig.kind ?? 'excavation',
      status,
      authority_id: randomUUID(),
      ...parties,
      valid_from,
      valid_to,
      conditions: [],
      is_retrospective: dig.begun_on !== undefined,
      version: 1,
      created_at: '2026-01-01',
      updated_at: '2026-01-01',
    })
    const version = (number: number, now: string, from: string, to: string | null) =>
      insert(w, 'permit_version', null, {
        permit_id,
        version: number,
        project_id: id,
        status: now,
        authority_id: randomUUID(),
        ...parties,
        valid_from: from,
        valid_to: to,
        recorded_from: from,
        recorded_to: to,
      })
    await version(1, 'delivered', granted_at, ended_at ?? null)
    if (ended_at) await version(2, status, ended_at, null)
  }
  if (dig.file_by)
    await insert(w, 'clock', null, {
      id: randomUUID(),
      project_id: id,
      subject_kind: 'project',
      subject_id: id,
      kind: 'emergency.filing',
      owner: 'promoter',
      owner_id: parties.promoter_id,
      basis_zh: '条例',
      basis_en: 'rule',
      unit: 'hours',
      started_at: dig.begun_on,
      started_on: dig.begun_on,
      due_on: dig.file_by.slice(0, 10),
      due_at: dig.file_by,
      yellow_on: dig.begun_on,
      provisional: false,
      state: 'running',
      card: 'none',
      version: 1,
    })
  return { id, project_reference: reference, permit_reference: `${reference}-P01`, promoter_id: parties.promoter_id }
}

/** A detection as an import leaves it: waiting to be matched. Answers its id. */
export async function layDetection(w: World, geometry: object, row: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID()
  await insert(w, 'detection', geometry, {
    id,
    reference: `DT-${id}`,
    source: 'GF-2',
    observed_on: '2026-02-10',
    positional_error_m: 0,
    status: 'detected',
    match: {},
    case_number: 0,
    organisation_id: randomUUID(),
    version: 1,
    created_at: '2026-02-10',
    updated_at: '2026-02-10',
    ...row,
  })
  return id
}

async function insert(w: World, table: string, geometry: object | null, row: Record<string, unknown>): Promise<void> {
  const columns = ['district_code', ...Object.keys(row)].join(', ')
  const values = JSON.stringify({ district_code: w.district_code, ...row })
  const [geom, shape] = geometry ? [', geom', `, st_multi(st_setsrid(st_geomfromgeojson($2), 4490))`] : ['', '']
  await w.look(({ tx }) =>
    tx.raw(
      `insert into ${table} (${columns}${geom}) select ${columns}${shape} from jsonb_populate_record(null::${table}, $1::jsonb)`,
      geometry ? [values, JSON.stringify(geometry)] : [values],
    ),
  )
}
