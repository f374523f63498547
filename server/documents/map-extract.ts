import type { Geometry, Position } from '../geometry/geojson.ts'
import { pathsOf } from '../geometry/paths.ts'
import type { MapContent } from './content.ts'
import { extentOf, frame } from './map-extent.ts'
import { frameMarks, northArrow, scaleBar } from './map-frame.ts'
import type { Block, Mark } from './sheet.ts'

type Extent = ReturnType<typeof extentOf>
type Place = (position: Position) => Position

/** The map extract as a drawing of ours: roads with their names under the dig, frame, grid of coordinates, scale, north. Grid north is up. */
export function mapExtract(map: MapContent): Extract<Block, { kind: 'drawing' }> {
  const extent = extentOf(map.dig)
  const place = placer(extent)
  const marks: Mark[] = [
    { kind: 'path', path: `M0 0H${frame.width}V${frame.height}H0Z`, fill: '#fbfaf7' },
    ...roadMarks(map, extent, place),
    ...digMarks(map, place),
    ...nameMarks(map, extent, place),
    ...frameMarks(extent),
    ...northArrow(),
    ...scaleBar(extent.metres_per_point),
  ]
  return { kind: 'drawing', ...frame, marks, alt: `${map.heading}：动土范围、道路、比例尺和指北针` }
}

function placer({ plane, metres, metres_per_point }: Extent): Place {
  return (position) => {
    const [x, y] = plane.toMetres(position)
    return [(x - metres.west) / metres_per_point, (metres.north - y) / metres_per_point]
  }
}

/** All edges first, then all surfaces: so that crossings are open. */
function roadMarks({ roads }: MapContent, extent: Extent, place: Place): Mark[] {
  const lines = roads.map((road) => ({
    ...road,
    path: pathText(road.geometry, place),
    width: Math.max(road.width_m / extent.metres_per_point, 2.2),
  }))
  const edges = lines.map(({ path, width }): Mark => ({ kind: 'path', path, stroke: '#8f8f8f', width: width + 1.2 }))
  const surfaces = lines.map(({ path, width }): Mark => ({ kind: 'path', path, stroke: '#ffffff', width }))
  return [...edges, ...surfaces]
}

/** Each name once, on the longest straight piece of its road. */
function nameMarks({ roads, dig }: MapContent, extent: Extent, place: Place): Mark[] {
  const ground = samplesOf(dig, place)
  const longest = new Map<string, Piece & { width: number }>()
  for (const { name, geometry, width_m } of roads)
    for (const piece of name ? piecesOf(geometry, place) : []) {
      const known = longest.get(name!)
      if (!known || piece.length > known.length)
        longest.set(name!, { ...piece, width: width_m / extent.metres_per_point })
    }
  return [...longest].flatMap(([name, piece]) => nameMark(name, piece, ground))
}

interface Piece {
  from: Position
  to: Position
  length: number
}

function piecesOf(geometry: Geometry, place: Place): Piece[] {
  return pathsOf(geometry).flatMap(({ positions }) => {
    const points = positions.map(place)
    return points.slice(1).map((to, i) => {
      const from = points[i]!
      return { from, to, length: Math.hypot(to[0] - from[0], to[1] - from[1]) }
    })
  })
}

/** A name stands along its road, never on its head, as far from the dig as its piece allows, beside the road where the dig fills it; on a piece too short for it it is left out. */
function nameMark(name: string, { from, to, length, width }: Piece & { width: number }, ground: Position[]): Mark[] {
  const size = 8.5
  if (length < size * (name.length + 1)) return []
  const [a, b] = from[0] <= to[0] ? [from, to] : [to, from]
  const turn = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI
  const room = (size * (name.length + 1)) / 2 / length
  const spots = [room, 0.25, 0.5, 0.75, 1 - room].map((part): Position => [
    a[0] + (b[0] - a[0]) * part,
    a[1] + (b[1] - a[1]) * part,
  ])
  const away = ([x, y]: Position) => Math.min(...ground.map(([gx, gy]) => Math.hypot(gx - x, gy - y)))
  const [x, y] = spots.reduce((best, spot) => (away(spot) > away(best) ? spot : best))
  const aside = away([x, y]) < size ? width / 2 + size * 0.6 : -size * 0.36
  const angle = (turn * Math.PI) / 180
  const at = { x: x + Math.sin(angle) * aside, y: y - Math.cos(angle) * aside }
  return [{ kind: 'word', text: name, ...at, size, colour: '#404040', turn, align: 'center' }]
}

/** Points along the edge of the dig, close enough to tell what lies near it. */
function samplesOf(dig: Geometry, place: Place): Position[] {
  return piecesOf(dig, place).flatMap(({ from, to, length }) => {
    const count = Math.ceil(length / 4)
    return Array.from({ length: count }, (_none, i): Position => {
      const part = i / count
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
    })
  })
}

function digMarks({ dig, sites }: MapContent, place: Place): Mark[] {
  const path = pathText(dig, place)
  const shape: Mark[] = [
    { kind: 'path', path, fill: '#d92d20', opacity: 0.22 },
    { kind: 'path', path, stroke: '#b42318', width: 1.4 },
  ]
  if (sites.length < 2) return shape
  const numbers = sites.flatMap(({ number, geometry }): Mark[] => {
    const points = pathsOf(geometry)[0]!.positions.map(place)
    const x = points.reduce((sum, [px]) => sum + px, 0) / points.length
    const y = points.reduce((sum, [, py]) => sum + py, 0) / points.length
    return [
      {
        kind: 'path',
        path: `M${x - 6} ${y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z`,
        fill: '#ffffff',
        stroke: '#b42318',
        width: 0.8,
      },
      { kind: 'word', text: String(number), x, y: y + 2.6, size: 7.5, colour: '#b42318', align: 'center' },
    ]
  })
  return [...shape, ...numbers]
}

function pathText(geometry: Geometry, place: Place): string {
  return pathsOf(geometry)
    .map(({ kind, positions }) => {
      const points = positions.map(place).map(([x, y]) => `${round(x)} ${round(y)}`)
      return `M${points.join('L')}${kind === 'ring' ? 'Z' : ''}`
    })
    .join('')
}

const round = (value: number) => Number(value.toFixed(2))
