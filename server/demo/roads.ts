import type { Landscape } from './landscape.ts'
import { lineLength, partOf, smoothLine } from './lines.ts'
import type { Point } from './plane.ts'
import { between, distance, toPlane } from './plane.ts'
import type { Random } from './random.ts'
import type { Edge, Grid, Rank } from './road-grid.ts'
import { ends, layGrid } from './road-grid.ts'
import type { RoadName } from './road-names.ts'
import { nameSource } from './road-names.ts'
import type { Division, Street } from './streets.ts'

export interface Road {
  id: string
  code: string
  name: RoadName
  class: 'expressway' | Rank
  lanes: number
  width: number
  street: Street
  line: readonly Point[]
  length: number
}

export interface RoadPlan {
  grid: Grid
  roads: readonly Road[]
  /** Grid edges (column, row, eastward) of each road that has any, to find the road beside a block. */
  byEdge: ReadonlyMap<string, Road>
}

const shape = {
  expressway: { lanes: 8, width: 50 },
  arterial: { lanes: 6, width: 40 },
  collector: { lanes: 4, width: 24 },
  local: { lanes: 2, width: 14 },
}
const yunshan: RoadName = { zh: '云杉路', en: 'Yunshan Road' }

/** The streets of the district: expressways by hand, the rest on a bent grid; each segment runs from junction to junction. */
export function layRoads(random: Random, division: Division, landscape: Landscape): RoadPlan {
  const grid = layGrid(random.fork('grid'), division, landscape)
  const chains = chainsOf(grid)
  const nameOf = namer(random.fork('names'), grid, division)
  const byEdge = new Map<string, Road>()
  const roads: Road[] = []
  const add = (name: RoadName, rank: Road['class'], street: Street, line: readonly Point[]) => {
    const code = `R510116${String(roads.length + 1).padStart(5, '0')}`
    const road = { id: random.uuid(), code, name, class: rank, ...shape[rank], street, line, length: lineLength(line) }
    roads.push(road)
    return road
  }
  for (const { name, line } of expressways()) {
    const parts = Math.round(lineLength(line) / 2600)
    for (let i = 0; i < parts; i++) {
      const part = partOf(line, (lineLength(line) * i) / parts, (lineLength(line) * (i + 1)) / parts)
      const street = division.at(part[Math.floor(part.length / 2)]!)
      if (street && division.at(part[0]!) && division.at(part[part.length - 1]!)) add(name, 'expressway', street, part)
    }
  }
  for (const chain of chains) {
    const points = chainPoints(grid, chain)
    const street = grid.crossing(chain[0]!.column, chain[0]!.row)!.street
    const road = add(
      nameOf(chain[0]!, street),
      chain[0]!.rank,
      street,
      chain.length > 1 ? smoothLine(points, 2) : [points[0]!, points[2]!],
    )
    for (const edge of chain) byEdge.set(edgeKey(edge), road)
  }
  return { grid, roads, byEdge }
}

/** How a grid edge is looked up in a road plan. */
export function edgeKey({ column, row, eastward }: Pick<Edge, 'column' | 'row' | 'eastward'>): string {
  return `${column},${row},${eastward ? 'e' : 'n'}`
}

/** Edges in a row with nothing joining between them are one segment of road. */
function chainsOf(grid: Grid): Edge[][] {
  const degree = new Map<string, number>()
  for (const edge of grid.edges) for (const end of ends(edge)) degree.set(end, (degree.get(end) ?? 0) + 1)
  const laid = new Map(grid.edges.map((edge) => [edgeKey(edge), edge]))
  const chains: Edge[][] = []
  for (const edge of grid.edges) {
    const before = laid.get(edgeKey(step(edge, -1)))
    if (before && degree.get(ends(edge)[0]) === 2) continue
    const chain = [edge]
    for (let at = edge; degree.get(ends(at)[1]) === 2;) {
      const next = laid.get(edgeKey(step(at, 1)))
      if (!next) break
      chain.push(next)
      at = next
    }
    chains.push(chain)
  }
  return chains
}

function step(edge: Edge, by: number): Edge {
  return edge.eastward ? { ...edge, column: edge.column + by } : { ...edge, row: edge.row + by }
}

function chainPoints(grid: Grid, chain: readonly Edge[]): Point[] {
  const points = [grid.crossing(chain[0]!.column, chain[0]!.row)!.at]
  for (const edge of chain) {
    const end = step(edge, 1)
    const to = grid.crossing(end.column, end.row)!.at
    points.push(between(points[points.length - 1]!, to, 0.5), to)
  }
  return points
}

/** Through roads keep one name all along; smaller streets are named town by town. 云杉路 is the fixed one, in 怡心街道. */
function namer(random: Random, grid: Grid, division: Division): (edge: Edge, street: Street) => RoadName {
  const draw = nameSource(random, ['云杉'])
  const names = new Map<string, RoadName>()
  const yixin = division.streets.find((street) => street.name_zh === '怡心街道')!
  names.set(`row ${yunshanRow(grid, yixin)} ${yixin.code}`, yunshan)
  return (edge, street) => {
    const line = edge.eastward ? `row ${edge.row}` : `column ${edge.column}`
    const key = edge.rank === 'arterial' ? line : `${line} ${street.code}`
    const name = names.get(key) ?? draw(edge.rank)
    names.set(key, name)
    return name
  }
}

/** The collector running east through the middle of the street office with the most streets laid near its seat. */
function yunshanRow(grid: Grid, street: Street): number {
  const count = new Map<number, number>()
  for (const edge of grid.edges) {
    const at = grid.crossing(edge.column, edge.row)!
    if (!edge.eastward || edge.rank !== 'collector' || at.street !== street || distance(at.at, street.centre) > 1600)
      continue
    count.set(edge.row, (count.get(edge.row) ?? 0) + 1)
  }
  return [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0]
}

function expressways(): { name: RoadName; line: Point[] }[] {
  const draw = (zh: string, en: string, course: [number, number][]) => ({
    name: { zh, en },
    line: smoothLine(course.map(toPlane), 3),
  })
  return [
    draw('环空港快速路', 'Airport Ring Expressway', ringCourse),
    draw('天府南快速路', 'Tianfu South Expressway', southCourse),
    draw('双黄快速路', 'Shuanghuang Expressway', westCourse),
    draw('东山快速路', 'Dongshan Expressway', eastCourse),
  ]
}

const ringCourse: [number, number][] = [
  [103.823, 30.63],
  [103.86, 30.618],
  [103.9, 30.609],
  [103.94, 30.612],
  [103.972, 30.598],
  [103.985, 30.57],
  [103.973, 30.54],
  [103.94, 30.53],
  [103.9, 30.538],
  [103.86, 30.53],
  [103.82, 30.53],
]
const southCourse: [number, number][] = [
  [104.082, 30.585],
  [104.078, 30.54],
  [104.074, 30.49],
  [104.07, 30.45],
  [104.064, 30.42],
  [104.05, 30.39],
  [104.03, 30.35],
  [104.022, 30.31],
  [104.026, 30.285],
]
const westCourse: [number, number][] = [
  [103.972, 30.535],
  [103.962, 30.5],
  [103.957, 30.46],
  [103.964, 30.42],
  [103.96, 30.38],
  [103.966, 30.34],
  [103.962, 30.31],
]
const eastCourse: [number, number][] = [
  [104.115, 30.56],
  [104.105, 30.525],
  [104.115, 30.485],
  [104.12, 30.45],
  [104.132, 30.41],
  [104.118, 30.37],
  [104.11, 30.33],
  [104.1, 30.29],
]
