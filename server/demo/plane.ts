/** A point in metres east and north of the middle of the demo district. */
export type Point = readonly [east: number, north: number]
export type Ring = readonly Point[]
export type LonLat = [lon: number, lat: number]

/** Where the plane touches the ellipsoid: the middle of the demo district, CGCS2000. */
const middle = { lon: 103.975, lat: 30.485 }
/** Metres per degree at the middle on the CGCS2000 ellipsoid (a = 6378137, f = 1/298.257222101). */
const perDegree = metresPerDegree(middle.lat)

/** Degrees (CGCS2000 lon,lat, seven decimals = 1 cm) of a point of the plane. True to scale within 0.4 % across the district. */
export function toLonLat([east, north]: Point): LonLat {
  return [round7(middle.lon + east / perDegree.lon), round7(middle.lat + north / perDegree.lat)]
}

/** Metres in the plane of a lon,lat in degrees. */
export function toPlane([lon, lat]: readonly [number, number]): Point {
  return [(lon - middle.lon) * perDegree.lon, (lat - middle.lat) * perDegree.lat]
}

/** Distance in metres. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** The point at the given share of the way from a to b. */
export function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

/** Area in square metres, positive when the ring runs counter-clockwise. The ring is not closed. */
export function signedArea(ring: Ring): number {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!]
    sum += a[0] * b[1] - b[0] * a[1]
  }
  return sum / 2
}

/** Whether the point lies in the ring (even-odd rule). */
export function isInside([east, north]: Point, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!]
    if (a[1] > north !== b[1] > north && east < ((b[0] - a[0]) * (north - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside
  }
  return inside
}

/** West, south, east, north in metres. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The box around some points. */
export function boxOf(points: readonly Point[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** Whether a point lies in a box, its border included. */
export function isInBox([x, y]: Point, [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north
}

/** Centre of mass of a ring. */
export function centroid(ring: Ring): Point {
  const [first] = ring
  let [east, north, sum] = [0, 0, 0]
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!]
    const cross = (a[0] - first![0]) * (b[1] - first![1]) - (b[0] - first![0]) * (a[1] - first![1])
    east += (a[0] + b[0] - 2 * first![0]) * cross
    north += (a[1] + b[1] - 2 * first![1]) * cross
    sum += cross
  }
  return [first![0] + east / (3 * sum), first![1] + north / (3 * sum)]
}

/** GeoJSON MultiPolygon of rings in the plane, each outer and counter-clockwise (RFC 7946). */
export function multiPolygon(rings: readonly Ring[]): { type: 'MultiPolygon'; coordinates: LonLat[][][] } {
  return { type: 'MultiPolygon', coordinates: rings.map((ring) => [closed(ring)]) }
}

/** GeoJSON MultiLineString of lines in the plane. */
export function multiLine(lines: readonly (readonly Point[])[]): { type: 'MultiLineString'; coordinates: LonLat[][] } {
  return { type: 'MultiLineString', coordinates: lines.map((line) => line.map(toLonLat)) }
}

/** GeoJSON LineString of a line in the plane. */
export function lineString(line: readonly Point[]): { type: 'LineString'; coordinates: LonLat[] } {
  return { type: 'LineString', coordinates: line.map(toLonLat) }
}

function closed(ring: Ring): LonLat[] {
  const points = (signedArea(ring) > 0 ? ring : ring.toReversed()).map(toLonLat)
  return [...points, [...points[0]!] as LonLat]
}

function metresPerDegree(lat: number): { lon: number; lat: number } {
  const flattening = 1 / 298.257222101
  const e2 = flattening * (2 - flattening)
  const phi = (lat * Math.PI) / 180
  const w = Math.sqrt(1 - e2 * Math.sin(phi) ** 2)
  const degree = Math.PI / 180
  return { lon: (6378137 / w) * Math.cos(phi) * degree, lat: ((6378137 * (1 - e2)) / w ** 3) * degree }
}

function round7(value: number): number {
  return Math.round(value * 1e7) / 1e7
}
