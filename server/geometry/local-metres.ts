import proj4 from 'proj4'
import type { Geometry, Position } from './geojson.ts'
import { pathsOf } from './paths.ts'

/** A plane in metres around a place: CGCS2000 Gauss-Kruger on the nearest 3-degree meridian (EPSG:4534–4554 in China). */
export type Plane = {
  central_meridian: number
  toMetres: (p: Position) => Position
  toDegrees: (p: Position) => Position
}

const planes = new Map<number, Plane>()

/** The plane for a longitude. Lengths are true to 1 in 3,000 within the zone, areas to 1 in 1,500. */
export function planeAt(longitude: number): Plane {
  const central_meridian = Math.round(longitude / 3) * 3
  const known = planes.get(central_meridian)
  if (known) return known
  const definition = `+proj=tmerc +lat_0=0 +lon_0=${central_meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`
  const converter = proj4('+proj=longlat +ellps=GRS80 +no_defs', definition)
  const plane: Plane = {
    central_meridian,
    toMetres: ([lon, lat]) => converter.forward([lon, lat]) as Position,
    toDegrees: ([x, y]) => converter.inverse([x, y]) as Position,
  }
  planes.set(central_meridian, plane)
  return plane
}

/** The plane in whose zone the middle of a geometry lies. */
export function planeOf(geometry: Geometry): Plane {
  let west = Infinity
  let east = -Infinity
  for (const { positions } of pathsOf(geometry)) {
    for (const [lon] of positions) {
      west = Math.min(west, lon)
      east = Math.max(east, lon)
    }
  }
  return planeAt(west <= east ? (west + east) / 2 : 0)
}
