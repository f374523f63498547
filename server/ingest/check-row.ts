import { pathsOf } from '../geometry/paths.ts'
import type { Geometry as Shape } from '../geometry/geojson.ts'
import { checkGeometry, shapeLimits } from '../geometry/rules.ts'
import { type Fault, fault } from './failure.ts'
import { type Mapping, valueFrom } from './mapping.ts'
import type { Feature } from './read.ts'
import { readValue, type Value } from './read-value.ts'
import type { Geometry } from './summary.ts'
import { targets, type TargetName } from './targets.ts'

/** A row that may be written: our fields (or the file's columns, for a layer) and its geometry as GeoJSON text. */
export interface StagedRow {
  number: number
  properties: Record<string, unknown>
  geometry: string
}
export type CheckedRow = { staged: StagedRow } | { faults: Fault[] }

/** Checks one row of a file against its target: each field's type and range, then the geometry by the rules of that target. */
export function checkRow(target: TargetName, mapping: Mapping, feature: Feature): CheckedRow {
  const { fields, geometry: allowed } = targets[target]
  const geometry = flat(feature.geometry)
  if (!allowed.includes(geometry.type))
    return refused(feature.row, 'imports/row-geometry-type', '/geometry', { type: geometry.type, allowed })
  if (target === 'layer') return staged(feature.row, feature.properties, geometry)
  const values: Record<string, Value> = {}
  const faults: Fault[] = []
  for (const field of fields) {
    const given = valueFrom(mapping, field, feature.properties)
    const read = readValue(field, given)
    if ('value' in read) values[field.name] = read.value
    else {
      const facts = { zh: field.title_zh, en: field.title_en, value: String(given ?? '').slice(0, 80) }
      faults.push(fault(`imports/${read.code}`, facts, { row: feature.row, pointer: `/${field.name}` }))
    }
  }
  if (faults.length > 0) return { faults }
  return target === 'projects' || target === 'detections'
    ? ground(target, feature.row, values, geometry)
    : drawn(feature.row, values, geometry)
}

/** Ground that is dug: every rule of a plan that is drawn, with the limits of a file. */
function ground(target: TargetName, row: number, values: Record<string, Value>, geometry: Geometry): CheckedRow {
  const { planned_from, planned_to } = values
  if (target === 'projects' && String(planned_to) < String(planned_from))
    return refused(row, 'projects/period-reversed', '/planned_to', {})
  const extent = { width_m: values.width_m as number | null, radius_m: values.radius_m as number | null }
  const shape = checkGeometry(geometry, { ...extent, drawn: 'from_file' })
  if (!shape.ok) {
    const faults = shape.findings.map(({ severity: _error, ...found }) => ({ ...found, row, facts: {} }))
    return { faults }
  }
  const isLine = geometry.type.endsWith('LineString')
  const properties =
    target === 'projects' ? { ...values, centre_line: isLine ? JSON.stringify(shape.geometry) : null } : values
  return { staged: { number: row, properties, geometry: JSON.stringify(shape.area) } }
}

/** What lies there: a road may cross itself and be long, but its number of vertices is limited. */
function drawn(row: number, values: Record<string, Value>, geometry: Geometry): CheckedRow {
  const most = shapeLimits.vertices_in_all.from_file
  const count = pathsOf(geometry as Shape).reduce((sum, { positions }) => sum + positions.length, 0)
  if (count > most) return refused(row, 'imports/row-too-many-vertices', '/geometry', { count, most })
  return staged(row, values, geometry)
}

const staged = (number: number, properties: Record<string, unknown>, geometry: Geometry): CheckedRow => ({
  staged: { number, properties, geometry: JSON.stringify(geometry) },
})
const refused = (row: number, code: string, pointer: string, facts: Record<string, unknown>): CheckedRow => ({
  faults: [fault(code, facts, { row, pointer })],
})

/** Heights are left out: all that is kept is on the ground. */
function flat(geometry: Geometry): Geometry {
  if (geometry.geometries) return { type: geometry.type, geometries: geometry.geometries.map(flat) }
  return { type: geometry.type, coordinates: flatten(geometry.coordinates) }
}
function flatten(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates
  return typeof coordinates[0] === 'number' ? coordinates.slice(0, 2) : coordinates.map(flatten)
}
