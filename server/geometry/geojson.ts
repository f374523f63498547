import { z } from '@hono/zod-openapi'

/** Longitude or easting first, then latitude or northing; two dimensions. */
export const position = z.tuple([z.number(), z.number()])
const line = z.array(position).min(2)
const ring = z.array(position).min(4)
const polygonCoordinates = z.array(ring).min(1)

const point = z.object({ type: z.literal('Point'), coordinates: position })
const multiPoint = z.object({ type: z.literal('MultiPoint'), coordinates: z.array(position) })
const lineString = z.object({ type: z.literal('LineString'), coordinates: line })
const multiLineString = z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line) })
export const polygon = z.object({ type: z.literal('Polygon'), coordinates: polygonCoordinates })
export const multiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygonCoordinates) })

/** A 2-D geometry of RFC 7946, without collections: what every answer carries. */
export const geometry = z.discriminatedUnion('type', [
  point,
  multiPoint,
  lineString,
  multiLineString,
  polygon,
  multiPolygon,
])

/** What a request may bring: only that it is some geometry. `checkGeometry` says what is wrong with it, with pointers. */
export const geometryInput = z.looseObject({ type: z.string(), coordinates: z.unknown() })

export type Position = z.infer<typeof position>
export type Point = z.infer<typeof point>
export type LineString = z.infer<typeof lineString>
export type MultiLineString = z.infer<typeof multiLineString>
export type Polygon = z.infer<typeof polygon>
export type MultiPolygon = z.infer<typeof multiPolygon>
export type Geometry = z.infer<typeof geometry>
export type GeometryInput = z.infer<typeof geometryInput>
