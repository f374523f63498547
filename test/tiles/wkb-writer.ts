/** Geometries as tests write them down, and their well-known binary: an independent writer for what the server reads. */
export type Position = readonly [number, number]
export type Drawn =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: readonly Position[] }
  | { type: 'Polygon'; coordinates: readonly (readonly Position[])[] }
  | { type: 'MultiPoint'; coordinates: readonly Position[] }
  | { type: 'MultiLineString'; coordinates: readonly (readonly Position[])[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly Position[])[])[] }
  | { type: 'GeometryCollection'; geometries: readonly Drawn[] }

export function wkb(drawn: Drawn, littleEndian = true): Uint8Array {
  const bytes: number[] = []
  write(drawn)
  return Uint8Array.from(bytes)

  function write(geometry: Drawn): void {
    bytes.push(littleEndian ? 1 : 0)
    switch (geometry.type) {
      case 'Point':
        count(1)
        return position(geometry.coordinates)
      case 'LineString':
        count(2)
        return path(geometry.coordinates)
      case 'Polygon':
        count(3)
        return parts(geometry.coordinates, path)
      case 'MultiPoint':
        count(4)
        return parts(geometry.coordinates, (coordinates) => write({ type: 'Point', coordinates }))
      case 'MultiLineString':
        count(5)
        return parts(geometry.coordinates, (coordinates) => write({ type: 'LineString', coordinates }))
      case 'MultiPolygon':
        count(6)
        return parts(geometry.coordinates, (coordinates) => write({ type: 'Polygon', coordinates }))
      case 'GeometryCollection':
        count(7)
        return parts(geometry.geometries, write)
    }
  }
  function parts<Part>(all: readonly Part[], each: (part: Part) => void): void {
    count(all.length)
    all.forEach(each)
  }
  function path(positions: readonly Position[]): void {
    parts(positions, position)
  }
  function position([x, y]: Position): void {
    number(8, (view) => {
      view.setFloat64(0, x, littleEndian)
    })
    number(8, (view) => {
      view.setFloat64(0, y, littleEndian)
    })
  }
  function count(value: number): void {
    number(4, (view) => {
      view.setUint32(0, value, littleEndian)
    })
  }
  function number(size: number, set: (view: DataView) => void): void {
    const view = new DataView(new ArrayBuffer(size))
    set(view)
    bytes.push(...new Uint8Array(view.buffer))
  }
}
