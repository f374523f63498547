/** A geometry as flat arrays: x and y in turn, and where each part (point, line or ring) ends, counted in positions. */
export interface Shape {
  kind: 'point' | 'line' | 'polygon'
  xy: number[]
  ends: number[]
  /** For polygons, beside each end: whether that ring is the outer one of its polygon. */
  outer: boolean[]
}

/**
 * Reads well-known binary (OGC 06-103r4, either byte order, two dimensions) into a shape, rounded to whole units; null when it is empty.
 * Of a collection only the parts of the highest dimension are kept, because an MVT feature has one geometry type. Throws on anything else.
 */
export function readWkb(bytes: Uint8Array): Shape | null {
  const cursor: Cursor = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }
  const found: Shape[] = [emptyShape('point'), emptyShape('line'), emptyShape('polygon')]
  readGeometry(cursor, found)
  return found.findLast(({ ends }) => ends.length > 0) ?? null
}

interface Cursor {
  view: DataView
  at: number
}

const emptyShape = (kind: Shape['kind']): Shape => ({ kind, xy: [], ends: [], outer: [] })

function readGeometry(cursor: Cursor, found: readonly Shape[]): void {
  const little = cursor.view.getUint8(cursor.at) === 1
  const type = cursor.view.getUint32(cursor.at + 1, little)
  cursor.at += 5
  switch (type) {
    case 1:
      return readPositions(cursor, little, 1, found[0]!)
    case 2:
      return readPositions(cursor, little, readCount(cursor, little), found[1]!)
    case 3:
      return readRings(cursor, little, found[2]!)
    case 4:
    case 5:
    case 6:
    case 7: {
      const parts = readCount(cursor, little)
      for (let i = 0; i < parts; i++) readGeometry(cursor, found)
      return
    }
    default:
      throw new Error(`well-known binary of type ${type} is not a 2-D geometry`)
  }
}

function readRings(cursor: Cursor, little: boolean, polygon: Shape): void {
  const rings = readCount(cursor, little)
  for (let i = 0; i < rings; i++) {
    const before = polygon.ends.length
    readPositions(cursor, little, readCount(cursor, little), polygon)
    if (polygon.ends.length > before) polygon.outer.push(i === 0)
  }
}

/** An empty point is written with NaN coordinates, an empty ring or line with no positions; neither becomes a part. */
function readPositions(cursor: Cursor, little: boolean, count: number, { xy, ends }: Shape): void {
  for (let i = 0; i < count; i++, cursor.at += 16) {
    const x = cursor.view.getFloat64(cursor.at, little)
    if (Number.isNaN(x)) continue
    xy.push(Math.round(x), Math.round(cursor.view.getFloat64(cursor.at + 8, little)))
  }
  if (xy.length / 2 > (ends.at(-1) ?? 0)) ends.push(xy.length / 2)
}

function readCount(cursor: Cursor, little: boolean): number {
  const count = cursor.view.getUint32(cursor.at, little)
  cursor.at += 4
  return count
}
