import { IngestError } from '../failure.ts'
import { looksLikeJson, outerKeys, parseJson } from '../json.ts'
import { parseWkt } from '../wkt.ts'
import type { Format, RawFeature } from './format.ts'
import { columnsOf, fromRows } from './placed-rows.ts'

interface Message {
  event_reference?: number
  event_type?: string
  event_time?: string
  object_type?: string
  object_reference?: string
  object_data?: Record<string, unknown>
}

const coordinateFields = ['works_location_coordinates', 'activity_coordinates', 'section_58_coordinates']

/** Messages of the UK's Street Manager, bare or in their SNS envelope: one works, activity or section 58 each, WKT on the national grid. */
export const streetManager: Format = {
  name: 'street_manager',
  async recognises(source) {
    const keys = looksLikeJson(source) ? outerKeys(source.head.toString('utf8')) : null
    return (
      keys !== null &&
      ((keys.has('object_data') && keys.has('event_type')) || (keys.has('TopicArn') && keys.has('MessageId')))
    )
  },
  async open(source, context) {
    const message = unwrapped(await parseJson(source, context.limits.whole_file_bytes))
    const row = rowOf(message)
    return {
      layer: message.object_type ?? 'message',
      claim: { crs: 'EPSG:27700', how: 'format', firm: true },
      encoding: 'utf-8',
      encoding_how: 'format',
      columns: columnsOf([row]),
      count: 1,
      notes: [],
      ...fromRows(() => [row], context),
    }
  },
}

function unwrapped(json: unknown): Message {
  const outer = json as Message & { Type?: string; Message?: string }
  if (outer.Type === undefined) return outer
  if (outer.Type !== 'Notification') throw new IngestError('imports/no-features', { layer: outer.Type })
  try {
    return JSON.parse(outer.Message ?? '') as Message
  } catch (error) {
    throw new IngestError('imports/corrupt', { detail: `Message: ${(error as Error).message}` })
  }
}

function rowOf({ object_data = {}, ...event }: Message): RawFeature {
  const field = coordinateFields.find((name) => typeof object_data[name] === 'string')
  const { event_reference, event_type, event_time, object_type, object_reference } = event
  const properties = { event_reference, event_type, event_time, object_type, object_reference, ...object_data }
  if (!field) return { properties, geometry: null }
  const parsed = parseWkt(object_data[field] as string)
  if (parsed) return { properties, geometry: parsed.geometry }
  return {
    properties,
    geometry: null,
    problem: 'row-bad-wkt',
    facts: { value: object_data[field] },
    pointer: `/${field}`,
  }
}
