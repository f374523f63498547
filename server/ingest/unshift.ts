import { bd09ToWgs84, gcj02ToWgs84 } from '../geometry/gcj02.ts'
import type { Shift } from './crs.ts'

const inverse = { 'GCJ-02': gcj02ToWgs84, 'BD-09': bd09ToWgs84 } as const

/** Takes the offset of GCJ-02 or BD-09 out of coordinates nested to any depth, in place, to 1e-9 degree. */
export function unshift(coordinates: unknown, shift: Shift): void {
  if (!Array.isArray(coordinates)) return
  if (typeof coordinates[0] !== 'number') {
    for (const part of coordinates) unshift(part, shift)
    return
  }
  const [lon, lat] = inverse[shift]([coordinates[0], coordinates[1]])
  coordinates.splice(0, coordinates.length, Math.round(lon * 1e9) / 1e9, Math.round(lat * 1e9) / 1e9)
}
