import { z } from '@hono/zod-openapi'
import { geometryInput } from '../geometry/geojson.ts'

const day = z.string().refine(isDay, 'a day as YYYY-MM-DD').openapi({ format: 'date', example: '2026-03-02' })
const instant = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/i.test(text) && !Number.isNaN(Date.parse(text)), {
    message: 'an instant with its offset (RFC 3339)',
  })
  .transform((text) => new Date(text).toISOString())
  .openapi({ type: 'string', format: 'date-time' })

/** How large an area may be asked for, in metres of buffer and vertices of outline. */
export const areaLimits = { buffer_m: 10_000, vertices: 20_000, rows: 1_000_000 } as const

/** One of geometry, admin_code, road_name, saved, bbox; each may be widened by metres. */
export const areaInput = z
  .strictObject({
    geometry: geometryInput.optional().openapi({ type: 'object', description: 'GeoJSON, longitude and latitude' }),
    crs: z.string().optional().openapi({ description: 'declared reference system of the geometry' }),
    admin_code: z
      .string()
      .regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/)
      .optional()
      .openapi({ example: '510116017', description: 'division code of a county, street, town or village' }),
    road_name: z.string().trim().min(1).max(100).optional(),
    saved: z.string().optional().openapi({ description: 'are_… of a saved area' }),
    bbox: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .optional()
      .openapi({ type: 'array', items: { type: 'number' }, description: 'west, south, east, north' }),
    buffer_m: z.number().positive().max(areaLimits.buffer_m).optional(),
  })
  .superRefine((area, context) => {
    const given = (['geometry', 'admin_code', 'road_name', 'saved', 'bbox'] as const).filter((key) => area[key])
    if (given.length !== 1)
      context.addIssue({ code: 'custom', message: 'give one of geometry, admin_code, road_name, saved, bbox' })
    if (area.crs && !area.geometry)
      context.addIssue({ code: 'custom', path: ['crs'], message: 'crs belongs to a geometry' })
  })
export type AreaInput = z.infer<typeof areaInput>

const filter = z
  .union([z.string().trim().min(1), z.record(z.string(), z.unknown())])
  .openapi({ type: 'string', description: 'CQL2 text, or CQL2 JSON as an object', example: "stage = 'in_progress'" })

const selection = {
  area: areaInput,
  collections: z.array(z.string()).min(1).max(20).default(['projects']).openapi({
    description: 'projects, sites, networks, roads, detections, buildings, districts, or an imported layer',
  }),
  filter: filter.optional(),
  at: instant.optional().openapi({ description: 'as it was then, instead of the present' }),
  known_at: instant.optional().openapi({ description: 'with `at`: as it was known then' }),
  from: day.optional().openapi({ description: 'dug, or to be dug, on or after this day' }),
  to: day.optional().openapi({ description: 'dug, or to be dug, on or before this day' }),
}
const checked = <S extends z.ZodType<SelectionInput>>(schema: S) =>
  schema.superRefine(({ from, to, at, known_at }, context) => {
    if (from && to && from > to)
      context.addIssue({ code: 'custom', path: ['to'], message: 'the end lies before the beginning' })
    if (known_at && !at) context.addIssue({ code: 'custom', path: ['known_at'], message: 'known_at goes with at' })
  })

const bare = z.strictObject(selection)
export type SelectionInput = z.infer<typeof bare>

export const queryInput = checked(
  z.strictObject({
    ...selection,
    limit: z.number().int().min(1).max(1000).default(100),
    cursor: z.string().max(4000).optional(),
    count_only: z.boolean().default(false),
  }),
)
export type QueryInput = z.infer<typeof queryInput>
export const statsInput = checked(bare)
export const exportInput = checked(bare)
export const exportQuery = z.strictObject({ format: z.enum(['geojson', 'csv']) })

export const saveInput = z.strictObject({
  name: z.string().trim().min(1).max(100),
  area: areaInput,
  query: z
    .strictObject({
      collections: selection.collections.optional(),
      filter: filter.optional(),
      from: day.optional(),
      to: day.optional(),
    })
    .default({}),
})
export type SaveInput = z.infer<typeof saveInput>

export const divisionQuery = z.strictObject({
  under: z
    .string()
    .regex(/^\d{2,12}$/)
    .optional()
    .openapi({ description: "a division code; the caller's district when left out" }),
  level: z.enum(['province', 'city', 'county', 'street', 'village']).optional(),
  on: day.optional(),
})

function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}
