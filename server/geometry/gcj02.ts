import type { Position } from './geojson.ts'

// The Krassovsky ellipsoid of the published offset, and the box outside which providers apply none.
const SEMI_MAJOR_M = 6_378_245
const ECCENTRICITY_SQUARED = 0.006693421622965943
const WEST = 72.004
const EAST = 137.8347
const SOUTH = 0.8293
const NORTH = 55.8271
const BD_RADIANS = (Math.PI * 3000) / 180
const CLOSE_ENOUGH_DEGREES = 1e-11

/** WGS 84 to GCJ-02, in degrees, longitude first. Outside mainland China's box nothing moves. */
export function wgs84ToGcj02([lon, lat]: Position): Position {
  if (lon < WEST || lon > EAST || lat < SOUTH || lat > NORTH) return [lon, lat]
  const phi = (lat * Math.PI) / 180
  const w2 = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2
  const meridian_m = (SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED)) / w2 ** 1.5
  const parallel_m = (SEMI_MAJOR_M / Math.sqrt(w2)) * Math.cos(phi)
  return [
    lon + ((eastward(lon - 105, lat - 35) / parallel_m) * 180) / Math.PI,
    lat + ((northward(lon - 105, lat - 35) / meridian_m) * 180) / Math.PI,
  ]
}

/** GCJ-02 to WGS 84, exact to 1e-11 degrees (a micrometre) by iteration. */
export function gcj02ToWgs84(gcj: Position): Position {
  return invert(wgs84ToGcj02, gcj, gcj)
}

/** GCJ-02 to BD-09. */
export function gcj02ToBd09([lon, lat]: Position): Position {
  const radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BD_RADIANS)
  const angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BD_RADIANS)
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006]
}

/** BD-09 to GCJ-02, exact to 1e-11 degrees by iteration. */
export function bd09ToGcj02([lon, lat]: Position): Position {
  return invert(gcj02ToBd09, [lon, lat], [lon - 0.0065, lat - 0.006])
}

/** WGS 84 to BD-09. */
export function wgs84ToBd09(position: Position): Position {
  return gcj02ToBd09(wgs84ToGcj02(position))
}

/** BD-09 to WGS 84. */
export function bd09ToWgs84(position: Position): Position {
  return gcj02ToWgs84(bd09ToGcj02(position))
}

// Both offsets change by under 1 % of the step, so each round gains two digits or more: six rounds are typical.
function invert(forward: (position: Position) => Position, target: Position, guess: Position): Position {
  let [lon, lat] = guess
  for (let round = 0; round < 20; round += 1) {
    const [reached_lon, reached_lat] = forward([lon, lat])
    const east = target[0] - reached_lon
    const north = target[1] - reached_lat
    lon += east
    lat += north
    if (Math.abs(east) < CLOSE_ENOUGH_DEGREES && Math.abs(north) < CLOSE_ENOUGH_DEGREES) break
  }
  return [lon, lat]
}

function eastward(x: number, y: number): number {
  const wave =
    20 * sine(6 * x) + 20 * sine(2 * x) + 20 * sine(x) + 40 * sine(x / 3) + 150 * sine(x / 12) + 300 * sine(x / 30)
  return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + (wave * 2) / 3
}

function northward(x: number, y: number): number {
  const wave =
    20 * sine(6 * x) + 20 * sine(2 * x) + 20 * sine(y) + 40 * sine(y / 3) + 160 * sine(y / 12) + 320 * sine(y / 30)
  return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + (wave * 2) / 3
}

function sine(turns: number): number {
  return Math.sin(turns * Math.PI)
}
