import { crsForEasting, toCgcs2000, type Transformer } from './crs.ts'
import { roundPosition } from './disturbance.ts'
import { type Finding, finding } from './finding.ts'
import type { Geometry, Position } from './geojson.ts'
import { mapPositions, pathsOf, pointerTo } from './paths.ts'

type Coordinates = Position | Coordinates[]

const depths = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 } as const
const MOST_FINDINGS = 20

/** The shape of a geometry as it came: two-dimensional, of an accepted type, in its own coordinates; or what is wrong. */
export function readShape(input: unknown, pointer: string): Geometry | Finding[] {
  const { type, coordinates } = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>
  if (typeof type !== 'string') return [finding('geometry/malformed', pointer, { detail: 'type' })]
  if (!Object.hasOwn(depths, type))
    return [finding('geometry/unsupported-type', `${pointer}/type`, { type: type.slice(0, 40) })]
  const findings: Finding[] = []
  const read = readCoordinates(coordinates, depths[type as keyof typeof depths], `${pointer}/coordinates`, findings)
  return findings.length > 0 ? findings : ({ type, coordinates: read } as Geometry)
}

/** A geometry moved from its declared system into CGCS2000 degrees rounded to the millimetre, with warnings; or errors. */
export function toDegrees(
  shape: Geometry,
  crs: string,
  pointer: string,
): { geometry: Geometry; warnings: Finding[] } | Finding[] {
  const declared = toCgcs2000(crs)
  if ('severity' in declared) return [{ ...declared, pointer: '/crs' }]
  const misplaced = rangeFindings(shape, declared, pointer)
  if (misplaced.length > 0) return misplaced
  const fitting = crsForEasting(declared.crs, pathsOf(shape)[0]?.positions[0]?.[0] ?? 0)
  if ('severity' in fitting) return [{ ...fitting, pointer: `${pointer}/coordinates` }]
  const transformer = fitting.note ? toCgcs2000(fitting.crs.code) : declared
  if ('severity' in transformer) return [transformer]
  const geometry = mapPositions(shape, (position) => roundPosition(transformer.toCgcs2000(position)))
  const lost = firstWhere(geometry, ([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90), pointer)
  if (lost) return [finding('geometry/out-of-range', lost.pointer, { x: lost.position[0], y: lost.position[1] })]
  return { geometry, warnings: [...noted(fitting.note, pointer), ...warningsOf(shape, geometry, transformer, pointer)] }
}

function readCoordinates(value: unknown, depth: number, pointer: string, findings: Finding[]): Coordinates {
  if (findings.length >= MOST_FINDINGS) return []
  if (!Array.isArray(value)) {
    findings.push(finding('geometry/malformed', pointer, { detail: 'coordinates' }))
    return []
  }
  if (depth > 0) {
    if (value.length === 0) findings.push(finding('geometry/empty', pointer))
    return value.map((inner, index) => readCoordinates(inner, depth - 1, `${pointer}/${index}`, findings))
  }
  if (value.length < 2 || !value.every((number) => Number.isFinite(number))) {
    findings.push(finding('geometry/malformed', pointer, { detail: 'position' }))
  } else if (value.length > 2) {
    findings.push(finding('geometry/not-two-dimensional', pointer, { count: value.length }))
  }
  return [value[0], value[1]]
}

function rangeFindings(shape: Geometry, { crs }: Transformer, pointer: string): Finding[] {
  const grid = crs.gauss_kruger
  const swapped = ([x, y]: Position) =>
    crs.unit === 'degree'
      ? Math.abs(x) <= 90 && Math.abs(y) > 90 && Math.abs(y) <= 180
      : grid !== undefined && (y > 10_000_000 || (x > 1_000_000 && x < 10_000_000 && y < 1_000_000))
  const outside = ([x, y]: Position) =>
    crs.unit === 'degree' ? Math.abs(x) > 180 || Math.abs(y) > 90 : Math.abs(x) > 1e8 || Math.abs(y) > 1e8
  const turned = firstWhere(shape, swapped, pointer)
  if (turned)
    return [finding('geometry/axes-swapped', turned.pointer, { x: turned.position[0], y: turned.position[1] })]
  const beyond = firstWhere(shape, outside, pointer)
  if (beyond)
    return [finding('geometry/out-of-range', beyond.pointer, { x: beyond.position[0], y: beyond.position[1] })]
  return []
}

function warningsOf(shape: Geometry, geometry: Geometry, { crs }: Transformer, pointer: string): Finding[] {
  const warnings: Finding[] = []
  const finer = ([x, y]: Position) =>
    [x, y].some((metres) => Math.abs(metres * 1000 - Math.round(metres * 1000)) > 0.001)
  const fine = crs.unit === 'metre' && firstWhere(shape, finer, pointer)
  if (fine) warnings.push(finding('geometry/rounded', fine.pointer))
  const grid = crs.gauss_kruger
  const far =
    grid && firstWhere(geometry, ([lon]) => Math.abs(lon - grid.central_meridian) > grid.zone_degrees / 2, pointer)
  if (far)
    warnings.push(
      finding('geometry/outside-zone', far.pointer, { crs: crs.code, central_meridian: grid.central_meridian }),
    )
  return warnings
}

function noted(note: Finding | null, pointer: string): Finding[] {
  return note ? [{ ...note, pointer: `${pointer}/coordinates` }] : []
}

function firstWhere(geometry: Geometry, holds: (position: Position) => boolean, pointer: string) {
  for (const path of pathsOf(geometry)) {
    const index = path.positions.findIndex(holds)
    const position = path.positions[index]
    if (position) return { position, pointer: pointer + pointerTo(path, index) }
  }
  return null
}
