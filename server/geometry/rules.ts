import { type Extent, normalise, toDisturbanceArea } from './disturbance.ts'
import { DISTRICT_BUFFER_M, liesInDistrict } from './district.ts'
import { type Finding, finding } from './finding.ts'
import type { Geometry, MultiPolygon, Polygon, Position } from './geojson.ts'
import { area_m2, length_m, span_m } from './measure.ts'
import { pathsOf, pointerTo, type Path } from './paths.ts'
import { readShape, toDegrees } from './read-geometry.ts'
import { flawsOf } from './topology.ts'

/**
 * The limits of a dig's shape. Vertices count per ring or line; the totals bound the worst check (5,000 overlapping
 * pits took 16 s, 20,000 vertices of interleaved strips 2.5 s).
 */
export const shapeLimits = {
  vertices: { by_hand: 200, from_file: 10_000 },
  vertices_in_all: { by_hand: 2_000, from_file: 20_000 },
  points: 500,
  area_m2: { least: 0.25, most: 2_000_000 },
  span_m: 5_000,
  // The radius of a disc of 2 km²; a wider reach could not pass the area.
  reach_m: 797,
} as const

export type ShapeOptions = Extent & {
  /** The declared reference system; CGCS2000 longitude, latitude when left out. */
  crs?: string
  drawn?: 'by_hand' | 'from_file'
  /** False for ground that is only named, not dug: of any size. */
  is_dug?: boolean
  /** The authority's area, in CGCS2000. */
  district?: Polygon | MultiPolygon
  /** Where the geometry stands in the request; width_m and radius_m stand beside it. */
  pointer?: string
}

export type CheckedShape =
  | { ok: false; findings: Finding[] }
  | {
      ok: true
      /** As drawn, in CGCS2000 degrees to the millimetre. */
      geometry: Geometry
      /** The ground disturbed: a line or point widened. */
      area: MultiPolygon
      area_m2: number
      length_m: number
      /** Warnings only. */
      findings: Finding[]
    }

/**
 * Checks a drawn or uploaded shape by every rule: structure, declared system, counts, repeated points, crossings, span,
 * width or radius, area, district. Errors come back as findings with JSON pointers, never thrown.
 */
export function checkGeometry(input: unknown, options: ShapeOptions = {}): CheckedShape {
  const pointer = options.pointer ?? '/geometry'
  const shape = readShape(input, pointer)
  if (Array.isArray(shape)) return { ok: false, findings: shape }
  const counted = countFindings(shape, options.drawn ?? 'by_hand', pointer)
  if (counted.length > 0) return { ok: false, findings: counted }
  const moved = toDegrees(shape, options.crs ?? 'EPSG:4490', pointer)
  if (Array.isArray(moved)) return { ok: false, findings: moved }

  const geometry = turned(moved.geometry)
  const isDug = options.is_dug !== false
  const findings = [...formFindings(moved.geometry, pointer, isDug), ...extentFindings(geometry, options, pointer)]
  if (findings.length > 0) return { ok: false, findings }

  const area = toDisturbanceArea(geometry, options)
  const measured = { area_m2: area_m2(area), length_m: length_m(geometry) }
  const { least, most } = shapeLimits.area_m2
  if (isDug && (measured.area_m2 < least || measured.area_m2 > most)) {
    const facts = { area_m2: Number(measured.area_m2.toFixed(2)), least_m2: least, most_m2: most }
    return { ok: false, findings: [finding('geometry/area-out-of-range', pointer, facts)] }
  }
  const away = options.district && !liesInDistrict(area, options.district)
  const routed = away ? [finding('geometry/outside-district', pointer, { buffer_m: DISTRICT_BUFFER_M })] : []
  return { ok: true, geometry, area, ...measured, findings: [...moved.warnings, ...routed] }
}

function countFindings(shape: Geometry, drawn: 'by_hand' | 'from_file', pointer: string): Finding[] {
  const paths = pathsOf(shape)
  const vertices = (path: Path) => path.positions.length - (path.kind === 'ring' ? 1 : 0)
  const most = shapeLimits.vertices[drawn]
  const in_all = shape.type === 'MultiPoint' ? shapeLimits.points : shapeLimits.vertices_in_all[drawn]
  const total = paths.reduce((sum, path) => sum + vertices(path), 0)
  if (total > in_all)
    return [finding('geometry/too-many-vertices', `${pointer}/coordinates`, { count: total, most: in_all })]
  return paths.flatMap((path) => {
    const at = pointer + path.pointer
    const least = { point: 1, line: 2, ring: 4 }[path.kind]
    const count = vertices(path)
    if (path.positions.length < least)
      return [finding('geometry/too-few-positions', at, { count: path.positions.length, least })]
    if (count > most) return [finding('geometry/too-many-vertices', at, { count, most })]
    return path.kind === 'ring' && !same(path.positions[0], path.positions.at(-1))
      ? [finding('geometry/ring-not-closed', at)]
      : []
  })
}

function formFindings(geometry: Geometry, pointer: string, isDug: boolean): Finding[] {
  const repeated = repeatedPoints(geometry, pointer)
  if (repeated.length > 0) return repeated
  const span = span_m(geometry)
  if (isDug && span > shapeLimits.span_m) {
    return [finding('geometry/span-too-long', pointer, { span_m: Math.round(span), most_m: shapeLimits.span_m })]
  }
  return flawsOf(geometry).map(({ code, pointer: at }) => finding(code, pointer + at))
}

function repeatedPoints(geometry: Geometry, pointer: string): Finding[] {
  const paths = pathsOf(geometry)
  const together = paths[0]?.kind === 'point' ? new Set<string>() : null
  const findings = paths.flatMap((path) => {
    const seen = together ?? new Set<string>()
    const end = path.kind === 'ring' ? path.positions.length - 1 : path.positions.length
    return path.positions.slice(0, end).flatMap((position, index) => {
      const isBack = path.kind === 'line' ? same(position, path.positions[index - 1]) : seen.has(position.join())
      seen.add(position.join())
      return isBack ? [finding('geometry/repeated-point', pointer + pointerTo(path, index))] : []
    })
  })
  return findings.slice(0, 20)
}

function extentFindings(geometry: Geometry, { width_m, radius_m }: Extent, pointer: string): Finding[] {
  const beside = pointer.slice(0, pointer.lastIndexOf('/'))
  const within = (value: number, most: number) => value > 0 && value <= most
  const { reach_m } = shapeLimits
  if (geometry.type.endsWith('LineString')) {
    if (width_m === undefined || width_m === null) return [finding('geometry/width-required', `${beside}/width_m`)]
    if (!within(width_m, 2 * reach_m))
      return [finding('geometry/width-out-of-range', `${beside}/width_m`, { most_m: 2 * reach_m })]
  }
  if (geometry.type.endsWith('Point')) {
    if (radius_m === undefined || radius_m === null) return [finding('geometry/radius-required', `${beside}/radius_m`)]
    if (!within(radius_m, reach_m))
      return [finding('geometry/radius-out-of-range', `${beside}/radius_m`, { most_m: reach_m })]
  }
  return []
}

/** Rings turned as RFC 7946 asks; lines and points as they are. */
function turned(geometry: Geometry): Geometry {
  if (geometry.type === 'MultiPolygon') return normalise(geometry.coordinates)
  if (geometry.type !== 'Polygon') return geometry
  return { type: 'Polygon', coordinates: normalise([geometry.coordinates]).coordinates[0] ?? [] }
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]
}
