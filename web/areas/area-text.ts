import type { Geometry, Position } from '../map/geojson.ts'

/** An area as a person names it. `buffer_m` widens it; of a circle it is the radius. */
export type AreaChoice = { buffer_m: number } & (
  | { kind: 'circle'; centre: Position }
  | { kind: 'polygon' | 'line'; points: Position[] }
  | { kind: 'admin' | 'road' | 'saved'; value: string }
)

/** What the server takes (AreaInput of server/areas). */
export type AreaInput = {
  geometry?: Geometry
  admin_code?: string
  road_name?: string
  saved?: string
  buffer_m?: number
}

/** `circle/250/103.92350,30.57440`, `polygon/0/a/b/c`, `admin/0/510116017`, `road/20/云杉路`: an area in the address, readable and shareable. */
export function writeArea(area: AreaChoice): string {
  const rest = area.kind === 'circle' ? [place(area.centre)] : 'points' in area ? area.points.map(place) : [area.value]
  return [area.kind, Math.round(area.buffer_m), ...rest].join('/')
}

/** The text back to an area; undefined when it is not one. */
export function parseArea(text: string | undefined): AreaChoice | undefined {
  const [kind, metres, ...rest] = (text ?? '').split('/')
  const buffer_m = Number(metres)
  if (!Number.isFinite(buffer_m) || buffer_m < 0 || buffer_m > 10_000 || !rest[0]) return undefined
  if (kind === 'admin' || kind === 'road' || kind === 'saved') return { kind, buffer_m, value: rest.join('/') }
  const points = rest.map((one) => one.split(',').map(Number))
  if (points.some((point) => point.length !== 2 || !point.every(Number.isFinite))) return undefined
  if (kind === 'circle' && buffer_m > 0) return { kind, buffer_m, centre: points[0]! }
  if (kind === 'polygon' && points.length >= 3) return { kind, buffer_m, points }
  if (kind === 'line' && points.length >= 2) return { kind, buffer_m, points }
  return undefined
}

/** The area as the server takes it. */
export function areaInput(area: AreaChoice): AreaInput {
  const buffer = area.buffer_m > 0 ? { buffer_m: area.buffer_m } : {}
  switch (area.kind) {
    case 'admin':
      return { admin_code: area.value, ...buffer }
    case 'road':
      return { road_name: area.value, ...buffer }
    case 'saved':
      return { saved: area.value, ...buffer }
    case 'circle':
      return { geometry: { type: 'Point', coordinates: area.centre }, ...buffer }
    case 'line':
      return { geometry: { type: 'LineString', coordinates: area.points }, ...buffer }
    case 'polygon':
      return { geometry: { type: 'Polygon', coordinates: [[...area.points, area.points[0]!]] }, ...buffer }
  }
}

/** A finished drawing as an area: a circle by its centre and radius, so that its address stays short. */
export function areaOfDrawing(geometry: Geometry, isCircle: boolean, buffer_m: number): AreaChoice | undefined {
  if (geometry.type === 'LineString') return { kind: 'line', points: geometry.coordinates, buffer_m: buffer_m || 20 }
  if (geometry.type !== 'Polygon') return undefined
  const points = geometry.coordinates[0]!.slice(0, -1)
  if (!isCircle) return { kind: 'polygon', points, buffer_m: 0 }
  const centre = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length)
  return { kind: 'circle', centre, buffer_m: Math.max(1, Math.round(metresBetween(centre, points[0]!))) }
}

/** Metres between two places on a sphere of the mean radius (haversine). */
export function metresBetween([lngA, latA]: Position, [lngB, latB]: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const h = half(latA!, latB!) + Math.cos(radians(latA!)) * Math.cos(radians(latB!)) * half(lngA!, lngB!)
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h))
}

/** Six decimals of a degree are about a decimetre. */
const place = ([lng, lat]: Position) => `${lng!.toFixed(6)},${lat!.toFixed(6)}`
