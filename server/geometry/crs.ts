import proj4 from 'proj4'
import { type Crs, crsRegistry, findCrs } from './crs-registry.ts'
import { type Finding, finding } from './finding.ts'
import { bd09ToWgs84, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from './gcj02.ts'
import type { Position } from './geojson.ts'

/** Moves positions between a declared system and CGCS2000 longitude, latitude; easting first, never by axis order. */
export type Transformer = {
  crs: Crs
  toCgcs2000: (position: Position) => Position
  fromCgcs2000: (position: Position) => Position
}

const MODERN = '+proj=longlat +ellps=GRS80 +no_defs'
const WGS84 = '+proj=longlat +datum=WGS84 +no_defs'
// GRS 80 (also CGCS2000's) and WGS 84 differ by 0.1 mm in the semi-minor axis; their frames agree to decimetres.
const MODERN_SEMI_MINOR_M = 6_356_752.314

/**
 * The transformer for a code of the registry, a proj4 string or a WKT definition. A definition whose datum is neither
 * modern nor given with its shift (Beijing 1954, Xi'an 1980) is refused: it would lie tens of metres off unnoticed.
 */
export function toCgcs2000(declared: string): Transformer | Finding {
  const crs = findCrs(declared) ?? defined(declared)
  if ('severity' in crs) return crs
  if (crs.datum === 'gcj02') return { crs, toCgcs2000: gcj02ToWgs84, fromCgcs2000: wgs84ToGcj02 }
  if (crs.datum === 'bd09') return { crs, toCgcs2000: bd09ToWgs84, fromCgcs2000: wgs84ToBd09 }
  if (crs.unit === 'degree' && crs.datum === 'modern') return { crs, toCgcs2000: same, fromCgcs2000: same }
  const converter = proj4(crs.definition, crs.datum === 'shifted' ? WGS84 : MODERN)
  return {
    crs,
    toCgcs2000: ([x, y]) => pair(converter.forward([x, y])),
    fromCgcs2000: ([x, y]) => pair(converter.inverse([x, y])),
  }
}

/** The zone written before an easting (35 of 35 396 742), or null when there is none. */
export function zonePrefix(easting: number): number | null {
  return easting > 1_000_000 ? Math.floor(easting / 1_000_000) : null
}

/** The CGCS2000 system whose zone stands before an easting: 3-degree zones 25–45, 6-degree zones 13–23. */
export function crsOfEasting(easting: number): Crs | undefined {
  const zone = zonePrefix(easting)
  if (zone === null) return undefined
  return [...crsRegistry.values()].find((crs) => crs.gauss_kruger?.zone === zone)
}

/**
 * The system that fits the eastings of a file declared in a CGCS2000 zone: the declared one, its twin with or without
 * the zone prefix (a warning), or an error when the prefix names another zone.
 */
export function crsForEasting(declared: Crs, easting: number): { crs: Crs; note: Finding | null } | Finding {
  const grid = declared.gauss_kruger
  const zone = zonePrefix(easting)
  if (!grid || zone === grid.zone) return { crs: declared, note: null }
  const twin = [...crsRegistry.values()].find(
    ({ gauss_kruger: other }) =>
      other?.central_meridian === grid.central_meridian &&
      other.zone_degrees === grid.zone_degrees &&
      other.zone === zone,
  )
  if (!twin) return finding('geometry/wrong-zone', '', { x: easting, crs: declared.code })
  return { crs: twin, note: finding('geometry/zone-prefix-differs', '', { crs: declared.code, used: twin.code }) }
}

// The part of a parsed definition that proj4's types leave out.
type Parsed = { projName: string; title?: string; datum: { b: number; datum_type: number } }

function defined(definition: string): Crs | Finding {
  const unknown = finding('geometry/crs-unknown', '', { crs: definition.slice(0, 80) })
  if (!/^\s*(\+proj=|[A-Z]+\[)/i.test(definition)) return unknown
  try {
    const { projName, title, datum } = new proj4.Proj(definition) as unknown as Parsed
    const { b, datum_type } = datum
    if (projName === 'geocent') return unknown
    const name = title || /^\w+\["([^"]+)"/.exec(definition)?.[1] || definition.slice(0, 80)
    const modern = Math.abs(b - MODERN_SEMI_MINOR_M) < 0.01
    const shifted = datum_type === 1 || datum_type === 2
    if (!modern && !shifted) return finding('geometry/crs-datum-unknown', '', { crs: name })
    const unit = /^(longlat|latlong|identity)$/i.test(projName) ? 'degree' : 'metre'
    const datumKind = shifted ? 'shifted' : 'modern'
    return {
      code: name,
      name_zh: name,
      name_en: name,
      unit,
      definition,
      datum: datumKind,
      accuracy_m: shifted ? 5 : 0.1,
    }
  } catch {
    return unknown
  }
}

function same(position: Position): Position {
  return position
}

function pair(coordinates: number[]): Position {
  return [coordinates[0] ?? Number.NaN, coordinates[1] ?? Number.NaN]
}
