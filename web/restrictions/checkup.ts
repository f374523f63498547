import { post, type Api, type InferResponseType } from '../api.ts'
import type { Geometry } from '../map/geojson.ts'

type Told = InferResponseType<Api['restrictions']['check']['$post'], 200>
export type Segment = Omit<Told['segments'][number], 'geometry'> & { geometry: Geometry }
/** What the law has to say about a dig that nobody has filed. */
export type Answer = Omit<Told, 'geometry' | 'segments'> & { geometry: Geometry; segments: Segment[] }

export type Question = {
  geometry: Geometry
  kind: string
  width_m?: number
  depth_m?: number
  planned_from: string
  planned_to: string
}

// a question is no act: it has no key to be remembered by
export const ask = (question: Question): Promise<Answer> => post('/api/restrictions/check', question, { key: '' })

/** The checked dig as a plan of one's own; answers its public id. */
export const register = async (question: Question, name: string): Promise<string> =>
  (await post<{ id: string }>('/api/projects', { ...question, name })).id

/**
 * `103.92,30.57 103.93,30.571` → a line, or an area when the last point is the first again: for who does not draw.
 * Undefined when it is neither.
 */
export function geometryOf(text: string): Geometry | undefined {
  const points = text
    .trim()
    .split(/[\s;；]+/)
    .map((pair) => pair.split(/[,，]/).map(Number))
  if (points.length < 2 || points.some((point) => point.length !== 2 || !point.every(Number.isFinite))) return undefined
  const isClosed = points.length > 3 && points[0]!.join() === points.at(-1)!.join()
  return isClosed ? { type: 'Polygon', coordinates: [points] } : { type: 'LineString', coordinates: points }
}
