import { randomUUID } from 'node:crypto'
import { extent } from '../../server/tiles/encode.ts'
import { frameOf, type TileAddress } from '../../server/tiles/tile-bounds.ts'
import type { World } from '../world.ts'

/** A tile at zoom 14 that no other test uses: worlds share a database and each has its own district, hence its own place. */
export function tileOf({ district_code }: Pick<World, 'district_code'>): TileAddress {
  return { z: 14, x: 12_000 + (district_code % 100) * 4, y: 6_000 + (Math.floor(district_code / 100) % 100) * 4 }
}

/** A square of `size` tile units whose north-west corner is at x, y units of the tile, as a WGS 84 multipolygon. */
export function square(tile: TileAddress, x: number, y: number, size: number) {
  const at = (dx: number, dy: number) => lonLat(tile, x + dx, y + dy)
  return { type: 'MultiPolygon', coordinates: [[[at(0, 0), at(0, size), at(size, size), at(size, 0), at(0, 0)]]] }
}

/** Longitude and latitude of a place given in tile units. */
export function lonLat(tile: TileAddress, x: number, y: number): [number, number] {
  const { west, north, scale } = frameOf(tile, 0, extent)
  const radians = [
    (west + x / scale) / 6_378_137,
    2 * Math.atan(Math.exp((north - y / scale) / 6_378_137)) - Math.PI / 2,
  ]
  return radians.map((angle) => (angle * 180) / Math.PI) as [number, number]
}

/** The tile at another zoom that holds the middle of this one. */
export function zoomTo(tile: TileAddress, z: number): TileAddress {
  const shift = 2 ** (z - tile.z)
  return { z, x: Math.floor((tile.x + 0.5) * shift), y: Math.floor((tile.y + 0.5) * shift) }
}

export const path = (layer: string, { z, x, y }: TileAddress) => `/tiles/${layer}/${z}/${x}/${y}`

type Geometry = { type: string; coordinates: unknown }
export interface Dig {
  stage?: string
  card?: string
  promoter_id?: string
  geometry: Geometry
}

/** A dig as it lies in the database, past all moves: tiles only read it. Answers its public id. */
export async function insertDig(
  w: World,
  { stage = 'permitted', card = 'none', promoter_id = randomUUID(), geometry }: Dig,
) {
  const id = randomUUID()
  await insert(w, 'dig_project', geometry, {
    id,
    reference: `DP-${id}`,
    name: '云杉路燃气管改造',
    name_en: 'Yunshan Road',
    kind: 'pipeline_works',
    stage,
    card,
    promoter_id,
    promoter_name: '测试',
    authority_id: randomUUID(),
    planned_from: '2026-01-01',
    planned_to: '2026-06-30',
    created_at: '2026-01-01',
    updated_at: '2026-01-01',
  })
  return { id, public_id: `prj_${w.district_code}_${id}`, promoter_id }
}

export interface Version {
  stage: string
  valid_from: string
  valid_to: string | null
  geometry: Geometry
}

/** What a dig was for a time. */
export async function insertVersion(
  w: World,
  dig: { id: string; promoter_id: string },
  { geometry, ...version }: Version,
) {
  await insert(w, 'project_version', geometry, {
    project_id: dig.id,
    version: Math.floor(Date.parse(version.valid_from) / 1000),
    card: 'none',
    kind: 'pipeline_works',
    name: '云杉路燃气管改造',
    promoter_id: dig.promoter_id,
    planned_from: '2026-01-01',
    planned_to: '2026-06-30',
    recorded_from: version.valid_from,
    ...version,
  })
}

export async function insertSite(
  w: World,
  dig: { id: string; promoter_id: string },
  stage: string,
  geometry: Geometry,
) {
  const id = randomUUID()
  await insert(w, 'site', geometry, {
    id,
    project_id: dig.id,
    number: 1,
    name: '一段',
    stage,
    promoter_id: dig.promoter_id,
    updated_at: '2026-01-01',
  })
  return `sit_${w.district_code}_${id}`
}

export async function insertNetwork(w: World, utility_id: string, geometry: Geometry) {
  await insert(w, 'network_segment', geometry, { id: randomUUID(), utility_id, theme: 'gas', updated_at: '2026-01-01' })
}

export async function insertRoad(w: World, road_class: string, geometry: Geometry) {
  await insert(w, 'road_segment', geometry, {
    id: randomUUID(),
    class: road_class,
    name: '云杉路',
    updated_at: '2026-01-01',
  })
}

export async function insertDetection(w: World, geometry: Geometry) {
  const id = randomUUID()
  await insert(w, 'detection', geometry, {
    id,
    reference: `DT-${id}`,
    source: 'satellite',
    observed_on: '2026-02-01',
    organisation_id: randomUUID(),
    created_at: '2026-02-01',
    updated_at: '2026-02-01',
  })
  return id
}

export interface Layer {
  name: string
  audience: 'public' | 'staff' | 'organisation'
  organisation_id?: string
  features: { properties: object; geometry: Geometry }[]
}

export async function insertLayer(w: World, { name, audience, organisation_id = randomUUID(), features }: Layer) {
  const layer_id = randomUUID()
  await insert(w, 'layer', null, {
    id: layer_id,
    name,
    title_zh: '图层',
    title_en: 'A layer',
    audience,
    organisation_id,
    geometry_type: 'Point',
    created_at: '2026-01-01',
  })
  const types = { name: 'text', height_m: 'number', is_old: 'boolean' }
  for (const [position, [column, type]] of Object.entries(types).entries())
    await insert(w, 'layer_column', null, { layer_id, name: column, type, position })
  for (const [number, { properties, geometry }] of features.entries())
    await insert(w, 'layer_feature', geometry, {
      id: randomUUID(),
      layer_id,
      number,
      audience,
      organisation_id,
      properties,
    })
  return layer_id
}

async function insert(w: World, table: string, geometry: Geometry | null, row: Record<string, unknown>): Promise<void> {
  const columns = ['district_code', ...Object.keys(row)].join(', ')
  const values = JSON.stringify({ district_code: w.district_code, ...row })
  const own = geometry ? `st_setsrid(st_geomfromgeojson('${JSON.stringify(geometry)}'), 4490)` : ''
  const given = { geom: own, ...companions(table, own) }
  const [geom, shape] = geometry
    ? [`, ${Object.keys(given).join(', ')}`, `, ${Object.values(given).join(', ')}`]
    : ['', '']
  const text = `insert into ${table} (${columns}${geom}) select ${columns}${shape} from jsonb_populate_record(null::${table}, $1::jsonb)`
  await w.look(({ tx }) => tx.raw(text, [values]))
}

/** What the writers of imported tables give beside the geometry (sql/migrations/0016_cheap_import_moves.sql). */
function companions(table: string, geom: string): Record<string, string> {
  if (!['network_segment', 'road_segment', 'layer_feature'].includes(table)) return {}
  const geom_3857 = `st_transform(${geom}, 3857)`
  return table === 'layer_feature' ? { geom_3857 } : { geom_3857, length_m: `st_length((${geom})::geography)` }
}
