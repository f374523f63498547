export type Position = number[]
export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiPoint' | 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }
export type Feature = {
  type: 'Feature'
  geometry: Geometry
  properties: Record<string, unknown> | null
  id?: string | number
}
export type GeoJSON = { type: 'FeatureCollection'; features: Feature[] }

/** West, south, east, north of a geometry; undefined when it is empty. */
export function boxOf(geometry: Geometry | null | undefined): [number, number, number, number] | undefined {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = (at: unknown): void => {
    if (!Array.isArray(at)) return
    if (typeof at[0] === 'number') {
      const [lng, lat] = at as [number, number]
      box[0] = Math.min(box[0], lng)
      box[1] = Math.min(box[1], lat)
      box[2] = Math.max(box[2], lng)
      box[3] = Math.max(box[3], lat)
    } else for (const part of at) visit(part)
  }
  visit(geometry?.coordinates)
  return Number.isFinite(box[0]) ? box : undefined
}

/** West, south, east, north of several geometries; undefined when they are all empty. */
export const boxAround = (geometries: readonly Geometry[]) =>
  boxOf({ type: 'MultiPolygon', coordinates: geometries.map(({ coordinates }) => coordinates) as Position[][][] })

/** Geometries as a collection, ready for a sketch. */
export function collect(geometries: readonly Geometry[]): GeoJSON {
  return {
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', geometry, properties: {} })),
  }
}
