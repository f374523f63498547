import type { Collection } from './collections.ts'
import type { Piece } from './columns.ts'
import type { At } from './fault.ts'
import { bboxToWkt, type Bbox } from './geometry-text.ts'

/** Features that share ground with an area (EWKB in hex, EPSG:4490), by the index. */
export function areaPiece(ewkb: string): Piece {
  return (bind) => {
    const area = `${bind(ewkb)}::geometry`
    return `f.geom && ${area} and st_intersects(f.geom, ${area})`
  }
}

/** Features that meet a box in degrees; west greater than east crosses the antimeridian. */
export function bboxPiece(bbox: Bbox, at: At): Piece {
  const wkt = bboxToWkt(bbox, at)
  return (bind) => `st_intersects(f.geom, st_geomfromtext(${bind(wkt)}::text, 4490))`
}

/** Features whose period meets the days from–to, both included; null ends are open. Null for a collection that time does not touch. */
export function periodPiece({ period }: Collection, from: string | null, to: string | null): Piece | null {
  if (!period || (!from && !to)) return null
  const [first, last] = period
  return (bind) =>
    [
      from ? `f.${last} >= ${bind(from)}::date` : `f.${last} is not null`,
      to ? `f.${first} <= ${bind(to)}::date` : `f.${first} is not null`,
    ].join(' and ')
}
