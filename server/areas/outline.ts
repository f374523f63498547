import { finding, type Finding } from '../geometry/finding.ts'
import type { Geometry } from '../geometry/geojson.ts'
import { pathsOf } from '../geometry/paths.ts'
import { readShape, toDegrees } from '../geometry/read-geometry.ts'
import { field, invalid } from '../http/problem.ts'
import { areaLimits } from './schemas.ts'

/**
 * An outline that someone drew or uploaded, in CGCS2000 degrees. Any size and kind, because nothing is dug by asking;
 * malformed coordinates, an unknown system, open rings and too many vertices are 422 with their pointers.
 */
export function readOutline(input: unknown, crs: string | undefined, pointer: string): Geometry {
  const shape = readShape(input, pointer)
  if (Array.isArray(shape)) throw refused(shape)
  const findings = formFindings(shape, pointer)
  if (findings.length > 0) throw refused(findings)
  const moved = toDegrees(shape, crs ?? 'EPSG:4490', pointer)
  if (Array.isArray(moved)) throw refused(moved)
  return moved.geometry
}

function formFindings(shape: Geometry, pointer: string): Finding[] {
  const paths = pathsOf(shape)
  const count = paths.reduce((sum, { positions }) => sum + positions.length, 0)
  if (count > areaLimits.vertices)
    return [finding('geometry/too-many-vertices', `${pointer}/coordinates`, { count, most: areaLimits.vertices })]
  return paths.flatMap(({ kind, positions, pointer: at }) => {
    const least = { point: 1, line: 2, ring: 4 }[kind]
    if (positions.length < least)
      return [finding('geometry/too-few-positions', pointer + at, { count: positions.length, least })]
    const [first, last] = [positions[0]!, positions.at(-1)!]
    const isOpen = kind === 'ring' && (first[0] !== last[0] || first[1] !== last[1])
    return isOpen ? [finding('geometry/ring-not-closed', pointer + at)] : []
  })
}

const refused = (findings: Finding[]) =>
  invalid(
    'areas/invalid',
    findings.map(({ pointer, code, message_zh, message_en }) => field(pointer, code, message_zh, message_en)),
  )
