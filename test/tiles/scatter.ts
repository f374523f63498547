import type { TileAddress } from '../../server/tiles/tile-bounds.ts'
import { lonLat } from './ground.ts'

/** Deterministic irregular polygons on and around a tile, 2 to 400 units across, a fifth with a hole, some over the edge. */
export function digsAround(tile: TileAddress, { count, seed }: { count: number; seed: number }) {
  const random = generator(seed)
  return Array.from({ length: count }, () => {
    const [x, y] = [random() * 5000 - 450, random() * 5000 - 450]
    const radius = 1 + 200 * random() ** 2
    const ring = (scale: number) => {
      const corners = 4 + Math.floor(random() * 12)
      const open = Array.from({ length: corners }, (_, i) => {
        const angle = (2 * Math.PI * i) / corners
        const reach = radius * scale * (0.7 + 0.3 * random())
        return lonLat(tile, x + reach * Math.cos(angle), y + reach * Math.sin(angle))
      })
      return [...open, open[0]!]
    }
    return { type: 'MultiPolygon', coordinates: [random() < 0.2 ? [ring(1), ring(0.4)] : [ring(1)]] }
  })
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
