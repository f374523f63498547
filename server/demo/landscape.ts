import { rectangle, segmentsMeet, smoothLine, smoothRing, strip } from './lines.ts'
import type { Point, Ring } from './plane.ts'
import { boxOf, isInBox, isInside, toPlane } from './plane.ts'

export interface River {
  name_zh: string
  name_en: string
  width: number
  line: readonly Point[]
  ring: Ring
}

export interface Place {
  theme: 'water' | 'green' | 'landmark' | 'airport'
  name_zh: string
  name_en: string
  ring: Ring
}

export interface Landscape {
  rivers: readonly River[]
  places: readonly Place[]
  /** Whether a straight line between two points crosses a river. */
  crossesRiver(a: Point, b: Point): boolean
  /** Whether a point lies where no street can: a lake, the airport, a park, or a river's bed. */
  isKeptFree(point: Point): boolean
}

/** Water, green and landmarks, all drawn by hand for this demo; the rivers bear real names and invented courses. */
export function drawLandscape(): Landscape {
  const rivers = [
    river('府河', 'Fu River', 95, fuRiver),
    river('江安河', "Jiang'an River", 42, jianganRiver),
    river('杨柳河', 'Yangliu River', 34, yangliuRiver),
    river('鹿溪河', 'Luxi River', 38, luxiRiver),
  ]
  const places = [...lakes(), ...greens(), ...airport()]
  return {
    rivers,
    places,
    crossesRiver: (a, b) =>
      rivers.some(({ line }) => line.some((point, i) => i > 0 && segmentsMeet(a, b, line[i - 1]!, point))),
    isKeptFree: insideAny([...places, ...rivers].map(({ ring }) => ring)),
  }
}

function insideAny(rings: readonly Ring[]): (point: Point) => boolean {
  const boxed = rings.map((ring) => ({ ring, box: boxOf(ring) }))
  return (point) => boxed.some(({ ring, box }) => isInBox(point, box) && isInside(point, ring))
}

const fuRiver: [number, number][] = [
  [104.079, 30.597],
  [104.07, 30.575],
  [104.072, 30.552],
  [104.064, 30.536],
  [104.051, 30.522],
  [104.046, 30.502],
  [104.034, 30.486],
  [104.036, 30.463],
  [104.021, 30.446],
  [104.013, 30.424],
  [104.016, 30.402],
  [104.001, 30.384],
  [103.997, 30.36],
  [103.981, 30.344],
  [103.978, 30.321],
  [103.967, 30.305],
  [103.967, 30.291],
]
const jianganRiver: [number, number][] = [
  [103.848, 30.689],
  [103.853, 30.668],
  [103.868, 30.652],
  [103.872, 30.631],
  [103.889, 30.617],
  [103.894, 30.6],
  [103.907, 30.59],
  [103.912, 30.568],
  [103.922, 30.551],
  [103.944, 30.538],
  [103.966, 30.526],
  [103.984, 30.52],
  [104.004, 30.51],
  [104.022, 30.499],
  [104.041, 30.494],
]
const yangliuRiver: [number, number][] = [
  [103.814, 30.637],
  [103.826, 30.62],
  [103.829, 30.6],
  [103.846, 30.572],
  [103.861, 30.553],
  [103.866, 30.531],
  [103.883, 30.513],
  [103.897, 30.494],
  [103.902, 30.472],
  [103.918, 30.456],
  [103.921, 30.436],
  [103.935, 30.4],
]
const luxiRiver: [number, number][] = [
  [104.15, 30.437],
  [104.128, 30.43],
  [104.115, 30.415],
  [104.092, 30.41],
  [104.083, 30.392],
  [104.064, 30.386],
  [104.058, 30.362],
  [104.04, 30.352],
  [104.022, 30.352],
  [104.004, 30.337],
  [103.982, 30.333],
]

function river(name_zh: string, name_en: string, width: number, course: [number, number][]): River {
  const line = smoothLine(course.map(toPlane), 3)
  return { name_zh, name_en, width, line, ring: strip(line, width) }
}

function lakes(): Place[] {
  return [
    blob('water', '兴隆湖', 'Xinglong Lake', [104.104, 30.411], 1150, 620, 0.35),
    blob('water', '怡心湖', 'Yixin Lake', [103.981, 30.494], 430, 250, -0.6),
    blob('water', '白河塘', 'Baihe Pond', [103.905, 30.561], 210, 160, 0.2),
    blob('water', '锦江湾', 'Jinjiang Bay', [104.052, 30.455], 300, 190, 1.1),
  ]
}

function greens(): Place[] {
  return [
    blob('green', '空港中央公园', 'Airport City Central Park', [103.897, 30.588], 560, 360, 0.5),
    blob('green', '华阳湿地公园', 'Huayang Wetland Park', [104.056, 30.531], 330, 520, 0.2),
    blob('green', '天府中央绿地', 'Tianfu Central Green', [104.072, 30.428], 420, 700, 0.1),
    blob('green', '牧马山林地', 'Muma Hill Woods', [103.925, 30.478], 900, 1500, 0.4),
    blob('green', '龙泉山麓', 'Longquan Foothills', [104.138, 30.372], 600, 1700, -0.1),
    blob('green', '江安河绿道', "Jiang'an Greenway", [103.955, 30.543], 520, 150, -0.5),
    blob('green', '怡心湖公园', 'Yixin Lake Park', [103.985, 30.486], 520, 190, -0.5),
  ]
}

/** An airport-like area: a field, two runways and a terminal at no surveyed place. */
function airport(): Place[] {
  const [field, turn] = [toPlane([103.953, 30.577]), -0.33]
  const along = (offset: number, metres: number): Point => [
    field[0] + offset * Math.cos(turn) - metres * Math.sin(turn),
    field[1] + offset * Math.sin(turn) + metres * Math.cos(turn),
  ]
  return [
    {
      theme: 'airport',
      name_zh: '空港(示意)',
      name_en: 'Airport (schematic)',
      ring: rectangle(field, 2100, 4700, turn),
    },
    { theme: 'landmark', name_zh: '西跑道', name_en: 'West runway', ring: rectangle(along(-640, 0), 55, 3600, turn) },
    { theme: 'landmark', name_zh: '东跑道', name_en: 'East runway', ring: rectangle(along(660, 150), 60, 3600, turn) },
    { theme: 'landmark', name_zh: '航站楼', name_en: 'Terminal', ring: rectangle(along(60, 250), 260, 1150, turn) },
  ]
}

/** A smooth closed shape about a centre, half-widths in metres, slightly lopsided so that it does not look computed. */
function blob(
  theme: Place['theme'],
  name_zh: string,
  name_en: string,
  at: [number, number],
  a: number,
  b: number,
  turn: number,
): Place {
  const [east, north] = toPlane(at)
  const ring = Array.from({ length: 14 }, (_, i): Point => {
    const angle = (i / 14) * 2 * Math.PI
    const reach = 1 + 0.13 * Math.sin(2 * angle + a) + 0.1 * Math.cos(3 * angle + b)
    const [x, y] = [a * reach * Math.cos(angle), b * reach * Math.sin(angle)]
    return [east + x * Math.cos(turn) - y * Math.sin(turn), north + x * Math.sin(turn) + y * Math.cos(turn)]
  })
  return { theme, name_zh, name_en, ring: smoothRing(ring, 2) }
}
