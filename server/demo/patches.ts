import { outlineSketch } from './outline.ts'
import type { Point } from './plane.ts'
import { isInside } from './plane.ts'
import type { Random } from './random.ts'

/** A patch of ground: a jittered hexagon that belongs to one street office, or to none (-1). */
export interface Patch {
  owner: number
  corners: readonly string[]
  /** Keys of the six neighbours, the i-th across the edge from corner i to corner i+1. */
  across: readonly string[]
  centre: Point
}

/** Corners in units of (half a hexagon's width, half its side), counter-clockwise. */
const cornerSteps = [
  [0, -2],
  [1, -1],
  [1, 1],
  [0, 2],
  [-1, 1],
  [-1, -1],
] as const
const acrossSteps = [
  [1, -3],
  [2, 0],
  [1, 3],
  [-1, 3],
  [-2, 0],
  [-1, -3],
] as const

const side = 360
const unit = { east: (side * Math.sqrt(3)) / 2, north: side / 2 }

/** The ground in hexagons, each given to an owner by `ownerAt`; islands are handed to their neighbours. Corner places are shared. */
export function layPatches(
  random: Random,
  ownerAt: (at: Point) => number,
): { patches: Map<string, Patch>; places: Map<string, Point> } {
  const patches = new Map<string, Patch>()
  const places = new Map<string, Point>()
  const [columns, rows] = [Math.ceil(20500 / (2 * unit.east)), Math.ceil(27000 / (3 * unit.north))]
  for (let row = -rows; row <= rows; row++) {
    for (let column = -columns; column <= columns; column++) {
      const [x, y] = [column * 2 + (row & 1), row * 3]
      const centre: Point = [x * unit.east, y * unit.north]
      const corners = cornerSteps.map(([dx, dy]) => `${x + dx},${y + dy}`)
      cornerSteps.forEach(([dx, dy], i) => {
        if (places.has(corners[i]!)) return
        places.set(corners[i]!, [
          (x + dx) * unit.east + random.range(-0.26, 0.26) * side,
          (y + dy) * unit.north + random.range(-0.26, 0.26) * side,
        ])
      })
      const owner = isInside(centre, outlineSketch) ? ownerAt(centre) : -1
      patches.set(`${x},${y}`, { owner, corners, centre, across: acrossSteps.map(([dx, dy]) => `${x + dx},${y + dy}`) })
    }
  }
  removeIslands(patches)
  return { patches, places }
}

/** Every owner keeps its largest connected piece; the rest goes to whichever owner surrounds it most. */
function removeIslands(patches: Map<string, Patch>): void {
  for (let round = 0; round < 4; round++) {
    let changed = false
    const pieces = connectedPieces(patches)
    const largest = new Map<number, number>()
    for (const piece of pieces) largest.set(piece[0]!.owner, Math.max(largest.get(piece[0]!.owner) ?? 0, piece.length))
    for (const piece of pieces) {
      if (piece.length === largest.get(piece[0]!.owner)) continue
      const owner = mostCommonNeighbour(piece, patches)
      for (const patch of piece) patch.owner = owner
      changed = true
    }
    if (!changed) return
  }
}

function connectedPieces(patches: Map<string, Patch>): Patch[][] {
  const seen = new Set<Patch>()
  const pieces: Patch[][] = []
  for (const start of patches.values()) {
    if (seen.has(start)) continue
    const piece = [start]
    seen.add(start)
    for (let i = 0; i < piece.length; i++) {
      for (const key of piece[i]!.across) {
        const next = patches.get(key)
        if (!next || seen.has(next) || next.owner !== start.owner) continue
        seen.add(next)
        piece.push(next)
      }
    }
    pieces.push(piece)
  }
  return pieces
}

function mostCommonNeighbour(piece: readonly Patch[], patches: Map<string, Patch>): number {
  const counts = new Map<number, number>()
  for (const patch of piece) {
    for (const key of patch.across) {
      const owner = patches.get(key)?.owner ?? -1
      if (owner !== patch.owner) counts.set(owner, (counts.get(owner) ?? 0) + 1)
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1
}
