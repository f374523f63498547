import type { Landscape } from './landscape.ts'
import type { Point } from './plane.ts'
import { distance } from './plane.ts'
import type { Random } from './random.ts'
import type { Division, Street } from './streets.ts'

export type Rank = 'arterial' | 'collector' | 'local'

/** A crossing of a west-east line (row) and a south-north line (column) of the street plan. */
export interface Crossing {
  at: Point
  street: Street
  built: number
}

export interface Edge {
  column: number
  row: number
  eastward: boolean
  rank: Rank
}

export interface Grid {
  columns: number
  rows: number
  crossing(column: number, row: number): Crossing | undefined
  edges: readonly Edge[]
}

const spacing = 405

/** How built-up a place is, 0 (fields) to 1 (centre of a town). */
export function builtUp(at: Point, streets: readonly Street[]): number {
  const open = streets.reduce(
    (rest, street) => rest * (1 - street.built * Math.exp(-((distance(at, street.centre) / street.spread) ** 2))),
    1,
  )
  return 1 - open
}

/** A bent grid over the district: dense where towns are, through roads between them, none through lakes or the airport. */
export function layGrid(random: Random, division: Division, landscape: Landscape): Grid {
  const [xs, ys] = [axis(random, 18500), axis(random, 25500)]
  const crossings = ys.map((y) => xs.map((x) => crossingAt(bend(x, y), division, landscape)))
  const crossing = (column: number, row: number) => crossings[row]?.[column]
  const edges: Edge[] = []
  for (let row = 0; row < ys.length; row++) {
    for (let column = 0; column < xs.length; column++) {
      for (const eastward of [true, false]) {
        const from = crossing(column, row)
        const to = eastward ? crossing(column + 1, row) : crossing(column, row + 1)
        const line = eastward ? row : column
        if (from && to && isLaid(random, landscape, line, from, to))
          edges.push({ column, row, eastward, rank: rankOf(line) })
      }
    }
  }
  return { columns: xs.length, rows: ys.length, crossing, edges: largeComponents(edges) }
}

function rankOf(line: number): Rank {
  return line % 3 === 0 ? 'arterial' : line % 3 === 1 ? 'collector' : 'local'
}

function isLaid(random: Random, landscape: Landscape, line: number, from: Crossing, to: Crossing): boolean {
  const built = Math.min(from.built, to.built) + random.range(-0.07, 0.07)
  const rank = rankOf(line)
  const luck = random.next()
  if (rank === 'arterial') return line % 9 === 0 || built > 0.28
  const wanted = rank === 'collector' ? built > 0.4 && luck > 0.03 : built > 0.55 && luck > 0.14
  const bridged = rank === 'collector' && luck > 0.6
  return wanted && (bridged || !landscape.crossesRiver(from.at, to.at))
}

function crossingAt(at: Point, division: Division, landscape: Landscape): Crossing | undefined {
  const street = division.at(at)
  if (!street || landscape.isKeptFree(at)) return undefined
  return { at, street, built: builtUp(at, division.streets) }
}

function axis(random: Random, reach: number): number[] {
  const places: number[] = []
  for (let at = -reach; at < reach; at += spacing * random.range(0.86, 1.14)) places.push(at)
  return places
}

/** Turns and bends the square plan so that streets run like streets: slow waves of some hundred metres. */
function bend(x: number, y: number): Point {
  const turn = -0.06
  const east = x + 430 * Math.sin(y / 5900 + 0.4) + 170 * Math.sin(y / 2300 + x / 5000)
  const north = y + 390 * Math.sin(x / 5300 + 1.3) + 150 * Math.sin(x / 2100 - y / 4300)
  return [east * Math.cos(turn) - north * Math.sin(turn), east * Math.sin(turn) + north * Math.cos(turn)]
}

/** Drops scraps of street that join nothing. */
function largeComponents(edges: readonly Edge[]): Edge[] {
  const touching = new Map<string, Edge[]>()
  for (const edge of edges) for (const end of ends(edge)) touching.set(end, [...(touching.get(end) ?? []), edge])
  const seen = new Set<Edge>()
  return edges.filter((start) => {
    if (seen.has(start)) return componentSize.get(start)! > 12
    const component = [start]
    seen.add(start)
    for (const edge of component) {
      for (const next of ends(edge).flatMap((end) => touching.get(end)!)) {
        if (seen.has(next)) continue
        seen.add(next)
        component.push(next)
      }
    }
    for (const edge of component) componentSize.set(edge, component.length)
    return component.length > 12
  })
}

/** Keys of the two crossings an edge joins. */
export function ends({ column, row, eastward }: Edge): [string, string] {
  return [`${column},${row}`, eastward ? `${column + 1},${row}` : `${column},${row + 1}`]
}

const componentSize = new WeakMap<Edge, number>()
