/** A tile of the XYZ scheme: zoom, column from the west, row from the north. */
export interface TileAddress {
  z: number
  x: number
  y: number
}

/** EPSG:3857 metres: west, south, east, north. */
export interface Box {
  min_x: number
  min_y: number
  max_x: number
  max_y: number
}

/** What tile SQL needs: the buffered box to select and clip by, the tile's north-west corner, and tile units per metre. */
export interface TileFrame extends Box {
  west: number
  north: number
  scale: number
}

export const maxZoom = 22

/** Half the side of the EPSG:3857 square: pi times the WGS 84 semi-major axis, 6378137 m. */
export const halfWorld = Math.PI * 6_378_137

/** Reads z, x and y as they stand in a path; null when one is not a plain integer or lies outside the pyramid of zooms 0 to 22. */
export function readAddress(z: string, x: string, y: string): TileAddress | null {
  if (![z, x, y].every((text) => /^\d{1,7}$/.test(text))) return null
  const address = { z: Number(z), x: Number(x), y: Number(y) }
  const side = 2 ** address.z
  return address.z <= maxZoom && address.x < side && address.y < side ? address : null
}

/** The frame of a tile whose features reach `buffer` units beyond its edges, of `extent` units a side. */
export function frameOf({ z, x, y }: TileAddress, buffer: number, extent: number): TileFrame {
  const side = (2 * halfWorld) / 2 ** z
  const scale = extent / side
  const margin = buffer / scale
  const west = -halfWorld + x * side
  const north = halfWorld - y * side
  return {
    min_x: west - margin,
    min_y: north - side - margin,
    max_x: west + side + margin,
    max_y: north + margin,
    west,
    north,
    scale,
  }
}

/** Whether two boxes share a point; touching edges count, as they do for `&&`. */
export function meets(a: Box, b: Box): boolean {
  return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y
}
