export type Box = [west: number, south: number, east: number, north: number]

/** The finest tiles that are taken along: nearer in, they are drawn larger. */
export const finest = 14
/** No more tiles of a layer than this: of a larger area the finest are left out. */
const most = 1_200

/** Degrees lon,lat widened by about two kilometres. */
export const withMargin = ([west, south, east, north]: Box): Box => [
  west - 0.02,
  south - 0.02,
  east + 0.02,
  north + 0.02,
]

/** Every tile (z, x, y) over a box in degrees, from the whole district to single streets. */
export function tilesOver([west, south, east, north]: Box): [z: number, x: number, y: number][] {
  const found: [number, number, number][] = []
  for (let z = 8; z <= finest; z++) {
    const [left, top] = [column(west, z), row(north, z)]
    const [right, bottom] = [column(east, z), row(south, z)]
    if (found.length + (right - left + 1) * (bottom - top + 1) > most) break
    for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) found.push([z, x, y])
  }
  return found
}

const column = (lon: number, z: number) => Math.floor(((lon + 180) / 360) * 2 ** z)
const row = (lat: number, z: number) => {
  const angle = (lat * Math.PI) / 180
  return Math.floor(((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2) * 2 ** z)
}
