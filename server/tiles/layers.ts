import type { Queries } from '../db/queries.gen.ts'
import type { Audience } from './eyes.ts'

/** How a property is typed in TileJSON 3.0.0, `vector_layers[].fields`. */
export type FieldType = 'String' | 'Number' | 'Boolean'

type WithGeometry = { geom: Uint8Array | null }
/** Statements that answer the features of one tile. */
export type TileQuery = { [N in keyof Queries]: Queries[N]['row'] extends WithGeometry ? N : never }[keyof Queries]

/** One layer inside a tile: a statement and the properties it publishes. */
export interface TilePart {
  name: string
  query: TileQuery
  /** The same for an instant of the past, `:at`. */
  history?: TileQuery
  fields: Readonly<Record<string, FieldType>>
  min_zoom: number
  max_zoom: number
}

/** A layer as it is asked for by name; its tiles hold one part or more. */
export interface PublishedLayer {
  name: string
  title_zh: string
  title_en: string
  audience: Audience
  parts: readonly TilePart[]
  min_zoom: number
  /** Deepest zoom worth asking for (tile units of 4 to 30 cm); deeper ones are answered too. */
  max_zoom: number
  /** For how long browsers and proxies may keep a tile that everyone sees. */
  max_age_seconds: number
  attribution?: string
}

type Options<N extends TileQuery> = { min_zoom?: number; max_zoom?: number; history?: N }
type Fields<N extends TileQuery> = Readonly<Record<Exclude<keyof Queries[N]['row'], 'geom'> & string, FieldType>>

/** The fields are checked against both statements: a column added to the SQL and not published here is a compile error. */
function part<N extends TileQuery, H extends TileQuery>(
  name: string,
  query: N,
  fields: Fields<N> & Fields<H>,
  { min_zoom = 0, max_zoom = 22, history }: Options<H> = {},
): TilePart {
  return { name, query, fields, min_zoom, max_zoom, history }
}

const live = { max_age_seconds: 5 }
const slow = { max_age_seconds: 60 }
const named = { name: 'String', name_en: 'String' } as const
const dig = {
  id: 'String',
  reference: 'String',
  ...named,
  kind: 'String',
  stage: 'String',
  card: 'String',
  card_owner: 'String',
} as const
const area = { code: 'String', level: 'String', name_zh: 'String', name_en: 'String' } as const

const points = (max_zoom: number) =>
  part('project_points', 'tiles/project_points', dig, { max_zoom, history: 'tiles/project_points_at' })

/** Every layer of our own; imported ones are found by server/tiles/imported.ts. To add one: a row here and its sql/tiles/<part>.sql. */
const registry: readonly PublishedLayer[] = [
  {
    name: 'projects',
    title_zh: '动土项目',
    title_en: 'Dig projects',
    audience: 'digs',
    min_zoom: 0,
    max_zoom: 17,
    ...live,
    parts: [
      part(
        'projects',
        'tiles/projects',
        { ...dig, planned_from: 'String', planned_to: 'String' },
        { history: 'tiles/projects_at' },
      ),
      points(12), // a dig of 20 m is under three pixels there
    ],
  },
  {
    name: 'project_points',
    title_zh: '动土项目（点）',
    title_en: 'Dig projects as points',
    audience: 'digs',
    min_zoom: 0,
    max_zoom: 16,
    ...live,
    parts: [points(22)],
  },
  {
    name: 'sites',
    title_zh: '工段',
    title_en: 'Sites',
    audience: 'digs',
    min_zoom: 12,
    max_zoom: 17,
    ...live,
    parts: [
      part('sites', 'tiles/sites', {
        id: 'String',
        project_id: 'String',
        number: 'Number',
        ...named,
        status: 'String',
        stage: 'String',
        card: 'String',
      }),
    ],
  },
  {
    name: 'detections',
    title_zh: '疑似图斑',
    title_en: 'Suspected digs',
    audience: 'staff',
    min_zoom: 0,
    max_zoom: 17,
    ...live,
    parts: [
      part('detections', 'tiles/detections', {
        id: 'String',
        reference: 'String',
        source: 'String',
        status: 'String',
        observed_on: 'String',
        share_covered: 'Number',
        area_m2: 'Number',
      }),
    ],
  },
  {
    name: 'networks',
    title_zh: '管线',
    title_en: 'Networks',
    audience: 'owners',
    min_zoom: 10,
    max_zoom: 17,
    ...slow,
    parts: [
      part('networks', 'tiles/networks', {
        id: 'String',
        theme: 'String',
        kind: 'String',
        status: 'String',
        name: 'String',
        diameter_mm: 'Number',
        pressure_mpa: 'Number',
        voltage_kv: 'Number',
        depth_m: 'Number',
        material: 'String',
      }),
    ],
  },
  {
    name: 'roads',
    title_zh: '道路',
    title_en: 'Roads',
    audience: 'everyone',
    min_zoom: 5,
    max_zoom: 16,
    ...slow,
    parts: [
      part('roads', 'tiles/roads', {
        id: 'String',
        code: 'String',
        ...named,
        class: 'String',
        lanes: 'Number',
        width_m: 'Number',
        handed_over_on: 'String',
        open_until: 'String',
        rule: 'String',
      }),
    ],
  },
  {
    name: 'districts',
    title_zh: '行政区划',
    title_en: 'Administrative areas',
    audience: 'everyone',
    min_zoom: 0,
    max_zoom: 14,
    ...slow,
    parts: [
      part('districts', 'tiles/districts', { ...area, parent_code: 'String', administered_by: 'String' }),
      part('district_points', 'tiles/district_points', area),
    ],
  },
  {
    name: 'buildings',
    title_zh: '房屋',
    title_en: 'Buildings',
    audience: 'everyone',
    min_zoom: 12,
    max_zoom: 17,
    ...slow,
    parts: [
      part('buildings', 'tiles/buildings', {
        id: 'String',
        estate_name: 'String',
        ...named,
        floors: 'Number',
        unit_count: 'Number',
        completed_on: 'String',
      }),
    ],
  },
  {
    name: 'basemap',
    title_zh: '水系与绿地',
    title_en: 'Water and green',
    audience: 'everyone',
    min_zoom: 0,
    max_zoom: 15,
    ...slow,
    parts: [part('basemap', 'tiles/basemap', { theme: 'String', name_zh: 'String', name_en: 'String' })],
  },
]

export const layers: ReadonlyMap<string, PublishedLayer> = new Map(registry.map((layer) => [layer.name, layer]))
