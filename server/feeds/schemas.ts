import { z } from '@hono/zod-openapi'

/** What sensors of a site measure (dust as TSP, PM10, noise) or raise as an alarm (muck trucks, cameras). The limit of each is the rule `feed.<property>`. */
export const properties = ['dust', 'pm10', 'noise', 'muck_truck', 'camera'] as const
const name = z.string().trim().min(1).max(120)
const instant = z.iso.datetime({ offset: true })
const link = z.strictObject({ '@iot.id': z.string().max(120) })
const result = z.union([z.number(), z.string().max(60)])

/** A Datastream of OGC SensorThings 1.1, with the names of that standard; `Thing` is the dig, `@iot.id` what the sender calls the stream. */
export const datastreamInput = z.strictObject({
  '@iot.id': name,
  name,
  unitOfMeasurement: z.looseObject({ symbol: z.string().max(20) }),
  ObservedProperty: z.looseObject({ name: z.enum(properties) }),
  Sensor: z.looseObject({ name }),
  Thing: link,
  observedArea: z
    .strictObject({
      type: z.literal('Point'),
      coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
    })
    .nullish(),
})
export type DatastreamInput = z.infer<typeof datastreamInput>

const observation = z.strictObject({
  phenomenonTime: instant,
  result,
  resultTime: instant.nullish(),
  Datastream: link,
})
const array = z.strictObject({
  Datastream: link,
  components: z.tuple([z.literal('phenomenonTime'), z.literal('result')]),
  dataArray: z
    .array(z.tuple([instant, result]))
    .min(1)
    .max(1000),
  'dataArray@iot.count': z.number().nullish(),
})
/** One Observation, or the DataArray of CreateObservations: at most 20 streams with 1,000 observations in all. */
export const observationsInput = z.union([observation, z.array(array).min(1).max(20)])
export type ObservationsInput = z.infer<typeof observationsInput>

export const datastream = z.object({
  '@iot.id': z.string(),
  external_id: z.string(),
  project_id: z.string(),
  name: z.string(),
  property: z.enum(properties),
  unit: z.string(),
  sensor: z.string(),
  position: z.any().nullable(),
  latest_at: z.string().nullable(),
  latest_result: z.number().nullable(),
  latest_code: z.string().nullable(),
  threshold: z.record(z.string(), z.any()).openapi({ description: 'the rule in force: limit, unit, minutes, basis' }),
  hours: z.array(z.object({ hour: z.string(), peak: z.number().nullable(), alarms: z.number() })),
})
export const breach = z.object({
  id: z.string(),
  datastream_id: z.string(),
  project_id: z.string(),
  reference: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  property: z.string(),
  began_at: z.string(),
  last_at: z.string(),
  peak: z.number().nullable(),
  code: z.string().nullable(),
  limit_value: z.number().nullable(),
  unit: z.string(),
  basis_zh: z.string(),
  basis_en: z.string(),
})
export const taken = z.object({
  received: z.number(),
  kept: z.number().openapi({ description: 'those that were not there yet' }),
  breaches: z.array(z.string()).openapi({ description: 'ids of breaches that began with them' }),
})
const project_id = z.string()
export const ofProject = z.strictObject({ project_id })
export const breachQuery = z.strictObject({
  project_id: project_id.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export const spanQuery = z.strictObject({
  from: instant,
  to: instant,
  limit: z.coerce.number().int().min(1).max(2000).default(1000),
})
