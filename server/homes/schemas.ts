import { z } from '@hono/zod-openapi'

const id = (prefix: string) =>
  z.object({ id: z.string().openapi({ example: `${prefix}_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c` }) })
export const buildingId = id('bld')
export const unitId = id('unt')
export const unitQuery = z.strictObject({
  q: z.string().trim().min(2).max(60),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

const dig = {
  id: z.string(),
  reference: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  kind: z.string(),
  stage: z.string(),
}
const nearDig = z.object({
  ...dig,
  planned_from: z.string(),
  expected_backfill_on: z.string(),
  distance_m: z.number(),
})
const originDig = z.object({
  ...dig,
  promoter_name: z.string(),
  begun_on: z.string().nullable(),
  ended_on: z.string().nullable(),
  planned_from: z.string(),
  planned_to: z.string(),
})

const buildingFields = {
  id: z.string(),
  estate_name: z.string(),
  name: z.string(),
  name_en: z.string().nullable(),
  admin_code: z.string().nullable(),
  street_name: z.string().nullable(),
  floors: z.number().nullable(),
  completed_on: z.string().nullable(),
  unit_count: z.number(),
}
const unitFields = {
  id: z.string(),
  unit_code: z.string(),
  entrance: z.string(),
  floor: z.number(),
  room: z.string(),
  label: z.string(),
  area_m2: z.number().nullable(),
}
/** Most homes are older than the platform: then `origin` is null and `no_dig_on_record` true, which is no fault. */
const origin = { origin: originDig.nullable(), no_dig_on_record: z.boolean() }

export const building = z.object({
  ...buildingFields,
  geometry: z.any(),
  entrances: z.array(z.string()),
  units: z.array(
    z.object({ ...unitFields, open_transfer: z.object({ id: z.string(), status: z.string() }).nullable() }),
  ),
  digs: z.array(nearDig),
  ...origin,
})
export const unit = z.object({
  ...unitFields,
  building: z.object({ ...buildingFields, geometry: z.any() }),
  digs: z.array(nearDig),
  ...origin,
  transfers: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      status: z.string().nullable(),
      opened_at: z.string().nullable(),
      entered_at: z.string().nullable(),
      finished_at: z.string().nullable(),
      legs: z.array(z.object({ kind: z.string(), status: z.string(), updated_at: z.string() })),
    }),
  ),
})
export const units = z.object({ units: z.array(z.object({ ...unitFields, building_id: z.string() })) })
export const history = z.object({ events: z.array(z.record(z.string(), z.any())) })
