import { crsOfEasting } from '../geometry/crs.ts'

/** Northings and eastings of China on Gauss-Kruger grids: 3° N to 54° N. */
const inNorthing = (value: number) => value > 330_000 && value < 6_000_000
const webMercatorChina = { west: 8.1e6, east: 15.1e6, south: 3.3e5, north: 7.2e6 }

/** Stands behind a suggestion that fits once the two columns change places. */
export const swappedAxes = ' (x ↔ y)'

/**
 * What a bare coordinate may be in, likeliest first: for a person to confirm, never to act on. Zone-prefixed eastings name
 * their zone; six-digit ones only that a meridian is missing.
 */
export function suggestCrs(sample: [number, number] | null): string[] {
  if (!sample) return []
  const [x, y] = sample
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return ['EPSG:4490', 'GCJ-02', 'BD-09']
  const grid = prefixed(x, y)
  const swapped = prefixed(y, x)
  const mercator =
    x > webMercatorChina.west && x < webMercatorChina.east && y > webMercatorChina.south && y < webMercatorChina.north
  return [
    ...(grid ? [grid] : []),
    ...(swapped && !grid ? [`${swapped}${swappedAxes}`] : []),
    ...(mercator ? ['EPSG:3857'] : []),
    ...(x > 100_000 && x < 900_000 && inNorthing(y) ? ['EPSG:4544', 'EPSG:4543', 'EPSG:4545'] : []),
  ]
}

/** The system of the zone an easting names, when the two numbers can be a place in China. */
function prefixed(easting: number, northing: number): string | null {
  const withinZone = easting % 1e6
  if (!inNorthing(northing) || withinZone < 100_000 || withinZone > 900_000) return null
  return crsOfEasting(easting)?.code ?? null
}
