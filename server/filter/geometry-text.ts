import type { Geometry } from '../geometry/geojson.ts'
import { readShape } from '../geometry/read-geometry.ts'
import { fault, type At } from './fault.ts'

export type Bbox = [west: number, south: number, east: number, north: number]

/** A position in degrees, or a fault: the database would refuse it with words nobody can use. */
export function checkPosition(position: [number, number], at: At): [number, number] {
  const [lon, lat] = position
  if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return position
  throw fault(
    at,
    'filter/out-of-range',
    `坐标 ${lon}, ${lat} 超出范围；应为经度、纬度`,
    `${lon}, ${lat} is no longitude, latitude`,
  )
}

/** A line has two positions; a ring four, the last where the first is. */
export function checkRing(positions: readonly [number, number][], type: string, at: At): void {
  const isRing = type.endsWith('polygon')
  if (positions.length < (isRing ? 4 : 2))
    throw fault(at, 'filter/malformed-geometry', '坐标点太少', 'too few positions')
  const [first, last] = [positions[0]!, positions.at(-1)!]
  if (isRing && (first[0] !== last[0] || first[1] !== last[1]))
    throw fault(at, 'filter/malformed-geometry', '环没有闭合', 'the ring does not end where it begins')
}

/** A box as well-known text. West greater than east crosses the antimeridian and becomes two boxes (RFC 7946, 5.2). */
export function bboxToWkt([west, south, east, north]: Bbox, at: At): string {
  checkPosition([west, south], at)
  checkPosition([east, north], at)
  if (south > north)
    throw fault(at, 'filter/malformed-geometry', '范围应为 西,南,东,北', 'a box is west, south, east, north')
  if (west <= east) return `polygon ${ring(west, south, east, north)}`
  return `multipolygon (${ring(west, south, 180, north)}, ${ring(-180, south, east, north)})`
}

const ring = (w: number, s: number, e: number, n: number) => `((${w} ${s}, ${e} ${s}, ${e} ${n}, ${w} ${n}, ${w} ${s}))`

/** GeoJSON of one geometry as checked well-known text; a fault at its own pointer otherwise. */
export function geojsonToWkt(input: unknown, at: At): string {
  const read = readShape(input, at.pointer)
  if (Array.isArray(read)) {
    const [first] = read
    throw fault({ pointer: first!.pointer }, 'filter/malformed-geometry', first!.message_zh, first!.message_en)
  }
  const geometry: Geometry = read
  return `${geometry.type.toLowerCase()} ${write(geometry.coordinates, geometry.type.toLowerCase(), at)}`
}

type Coordinates = number[] | Coordinates[]
function write(coordinates: Coordinates, type: string, at: At): string {
  if (typeof coordinates[0] === 'number')
    return type === 'point' ? `(${pair(coordinates as number[], at)})` : pair(coordinates as number[], at)
  const inner = coordinates as Coordinates[]
  if (typeof inner[0]?.[0] === 'number' && type !== 'multipoint') checkRing(inner as [number, number][], type, at)
  return `(${inner.map((part) => write(part, type, at)).join(', ')})`
}

const pair = (position: number[], at: At) => checkPosition(position as [number, number], at).join(' ')
