import type { Geometry, Position } from '../map/geojson.ts'

/** Slanting lines over an area, so many across its box: it is told from a wash by its pattern, not by its colour alone. */
export function hatch(area: Geometry, across = 14): Geometry {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.type === 'MultiPolygon' ? area.coordinates : []
  const points = polygons.flat(2)
  // a degree of longitude is shorter than one of latitude; slanted by 45° on the ground
  const squeeze = Math.cos(((points[0]?.[1] ?? 0) * Math.PI) / 180)
  const along = ([x = 0, y = 0]: Position) => x * squeeze + y
  const levels = points.map(along)
  const [least, most] = [Math.min(...levels), Math.max(...levels)]
  const coordinates: Position[][] = []
  for (let i = 1; i < across; i++) {
    const level = least + ((most - least) * i) / across
    for (const rings of polygons) coordinates.push(...pairs(crossings(rings, along, level)))
  }
  return { type: 'MultiLineString', coordinates }
}

/** Where the edges of a polygon, holes too, meet one line, from south to north. */
function crossings(rings: Position[][], along: (p: Position) => number, level: number): Position[] {
  const met = rings.flatMap((ring) =>
    ring.slice(1).flatMap((b, i): Position[] => {
      const a = ring[i]!
      const [from, to] = [along(a) - level, along(b) - level]
      if (from > 0 === to > 0) return []
      const share = from / (from - to)
      return [[a[0]! + (b[0]! - a[0]!) * share, a[1]! + (b[1]! - a[1]!) * share]]
    }),
  )
  return met.toSorted((a, b) => a[1]! - b[1]!)
}

const pairs = (points: Position[]): Position[][] => points.flatMap((p, i) => (i % 2 === 1 ? [[points[i - 1]!, p]] : []))
