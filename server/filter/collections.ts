import type { Queries } from '../db/queries.gen.ts'
import type { ColumnType } from './columns.ts'

type Published = { key: unknown; geom: unknown; id: unknown }
/** Statements that answer the published columns of a collection: sql/filter/<collection>.sql. */
export type BaseQuery = {
  [N in keyof Queries & `filter/${string}`]: Queries[N]['row'] extends Published ? N : never
}[keyof Queries & `filter/${string}`]

/** Who may ask: everyone (rows by their own eyes), owners (staff and the organisation whose rows they are), staff. */
export type Audience = 'everyone' | 'owners' | 'staff'

export interface Order {
  column: string
  type: 'date' | 'uuid' | 'bigint' | 'text'
}

/** A published collection: what it is called, who may ask, its columns, and the order in which it is read. */
export interface Collection {
  name: string
  title_zh: string
  title_en: string
  audience: Audience
  geometry_type: 'Point' | 'LineString' | 'Polygon' | 'Geometry'
  base: BaseQuery
  /** The statement that answers the same columns as of an instant; collections without one keep only the present. */
  base_at: BaseQuery | null
  fields: Readonly<Record<string, ColumnType>>
  /** Days between which a feature lies in the ground or was seen; null when time does not touch it. */
  period: readonly [from: string, to: string] | null
  /** Keyset: columns that are never null, the last one unique. */
  order: readonly Order[]
  descending: boolean
}

type Fields<N extends BaseQuery> = Readonly<
  Record<Exclude<keyof Queries[N]['row'], 'key' | 'geom' | 'district_code'> & string, ColumnType>
>
type Given<N extends BaseQuery> = Omit<Collection, 'base' | 'base_at' | 'fields' | 'period' | 'order' | 'descending'> &
  Partial<Pick<Collection, 'period' | 'order' | 'descending'>> & { base: N; base_at?: BaseQuery; fields: Fields<N> }

/** The fields are checked against the statement: a column added to the SQL and not declared here is a compile error. */
function collection<N extends BaseQuery>(given: Given<N>): Collection {
  return { base_at: null, period: null, order: [{ column: 'key', type: 'uuid' }], descending: false, ...given }
}

const named = { name: 'text', name_en: 'text' } as const
const kept = { version: 'integer', updated_at: 'datetime' } as const
const dig = {
  stage: 'text',
  card: 'text',
  digging: 'text',
  depth_m: 'number',
  planned_from: 'date',
  planned_to: 'date',
  dug_from: 'date',
  dug_to: 'date',
  area_m2: 'number',
} as const

const projects = collection({
  name: 'projects',
  title_zh: '动土项目',
  title_en: 'Dig projects',
  audience: 'everyone',
  geometry_type: 'Polygon',
  base: 'filter/projects',
  base_at: 'filter/projects_at',
  fields: {
    id: 'text',
    reference: 'text',
    project_code: 'text',
    ...named,
    kind: 'text',
    ...dig,
    card_owner: 'text',
    promoter_name: 'text',
    contractor_name: 'text',
    admin_code: 'text',
    street_name: 'text',
    begun_on: 'date',
    ended_on: 'date',
    width_m: 'number',
    length_m: 'number',
    is_retrospective: 'boolean',
    created_at: 'datetime',
    ...kept,
  },
  period: ['dug_from', 'dug_to'],
  order: [
    { column: 'planned_from', type: 'date' },
    { column: 'key', type: 'uuid' },
  ],
  descending: true,
})

const sites = collection({
  name: 'sites',
  title_zh: '工段',
  title_en: 'Sites',
  audience: 'everyone',
  geometry_type: 'Polygon',
  base: 'filter/sites',
  base_at: 'filter/sites_at',
  fields: {
    id: 'text',
    project_id: 'text',
    reference: 'text',
    project_name: 'text',
    number: 'integer',
    ...named,
    status: 'text',
    ...dig,
    opened_at: 'datetime',
    backfilled_at: 'datetime',
    restored_at: 'datetime',
    ...kept,
  },
  period: ['dug_from', 'dug_to'],
})

const detections = collection({
  name: 'detections',
  title_zh: '疑似图斑',
  title_en: 'Suspected digs',
  audience: 'staff',
  geometry_type: 'Polygon',
  base: 'filter/detections',
  fields: {
    id: 'text',
    reference: 'text',
    source: 'text',
    observed_on: 'date',
    positional_error_m: 'number',
    status: 'text',
    share_covered: 'number',
    area_m2: 'number',
    ...kept,
  },
  period: ['observed_on', 'observed_on'],
  order: [
    { column: 'observed_on', type: 'date' },
    { column: 'key', type: 'uuid' },
  ],
  descending: true,
})

const networks = collection({
  name: 'networks',
  title_zh: '管线',
  title_en: 'Networks',
  audience: 'owners',
  geometry_type: 'Geometry',
  base: 'filter/networks',
  fields: {
    id: 'text',
    theme: 'text',
    kind: 'text',
    status: 'text',
    name: 'text',
    diameter_mm: 'number',
    pressure_mpa: 'number',
    voltage_kv: 'number',
    depth_m: 'number',
    accuracy_m: 'number',
    material: 'text',
    protection_m: 'number',
    length_m: 'number',
    ...kept,
  },
})

const roads = collection({
  name: 'roads',
  title_zh: '道路',
  title_en: 'Roads',
  audience: 'everyone',
  geometry_type: 'LineString',
  base: 'filter/roads',
  fields: {
    id: 'text',
    code: 'text',
    ...named,
    class: 'text',
    lanes: 'integer',
    width_m: 'number',
    surface: 'text',
    handed_over_on: 'date',
    overhauled_on: 'date',
    length_m: 'number',
    ...kept,
  },
})

const buildings = collection({
  name: 'buildings',
  title_zh: '房屋',
  title_en: 'Buildings',
  audience: 'everyone',
  geometry_type: 'Polygon',
  base: 'filter/buildings',
  fields: {
    id: 'text',
    estate_name: 'text',
    ...named,
    admin_code: 'text',
    street_name: 'text',
    floors: 'integer',
    unit_count: 'integer',
    completed_on: 'date',
    project_id: 'text',
    ...kept,
  },
})

const districts = collection({
  name: 'districts',
  title_zh: '行政区划',
  title_en: 'Administrative areas',
  audience: 'everyone',
  geometry_type: 'Polygon',
  base: 'filter/districts',
  fields: {
    id: 'text',
    code: 'text',
    parent_code: 'text',
    level: 'text',
    name_zh: 'text',
    name_en: 'text',
    administered_by: 'text',
    valid_from: 'date',
    valid_to: 'date',
    source: 'text',
  },
  order: [{ column: 'key', type: 'text' }],
})

/** Every collection of our own. To add one: a row here and its sql/filter/<name>.sql. Imported layers: imported.ts. */
export const collections: ReadonlyMap<string, Collection> = new Map(
  [projects, sites, detections, networks, roads, buildings, districts].map((one) => [one.name, one]),
)
