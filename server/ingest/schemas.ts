import { z } from '@hono/zod-openapi'
import { importStatusValues } from '../db/queries.gen.ts'
import { mappingInput, strangeFields, type Mapping } from './mapping.ts'
import { targetNames } from './targets.ts'

export const importModes = ['all_or_nothing', 'partial'] as const
export const layerAudiences = ['public', 'staff', 'organisation'] as const
/** Names that tiles and features have already. */
const taken = /^(projects|sites|project_points|networks|roads|detections|districts|district_points|buildings|basemap)$/

const mapping = z
  .string()
  .optional()
  .transform((text, context): Mapping => {
    if (!text) return {}
    try {
      const parsed = mappingInput.safeParse(JSON.parse(text))
      if (parsed.success) return parsed.data
    } catch {
      // falls through to the one sentence for both
    }
    context.addIssue({ code: 'custom', message: 'mapping is a JSON object: our field → a column of the file' })
    return z.NEVER
  })
const short = z.string().trim().min(1).max(200).optional()
const shared = { crs: short, encoding: short, source_layer: short, mapping }

/** The text fields beside the file of an import. */
export const importFields = z
  .strictObject({
    ...shared,
    target: z.enum(targetNames),
    layer: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,62}$/)
      .refine((name) => !taken.test(name), 'this name is taken')
      .optional(),
    audience: z.enum(layerAudiences).default('organisation'),
    mode: z.enum(importModes).default('all_or_nothing'),
  })
  .refine(({ target, layer }) => target !== 'layer' || layer !== undefined, {
    path: ['layer'],
    message: 'a layer needs a name: a-z, 0-9 and _, beginning with a letter',
  })
  .refine(({ target, mapping }) => strangeFields(target, mapping).length === 0, {
    path: ['mapping'],
    message: 'the mapping names a field that the target does not have',
  })
export type ImportFields = z.infer<typeof importFields>

/** The text fields of a preview: the target may still be open. */
export const previewFields = z.strictObject({ ...shared, target: z.enum(targetNames).optional() })
export type PreviewFields = z.infer<typeof previewFields>

const text = { type: 'string' as const }
const previewProperties = {
  file: { type: 'string' as const, format: 'binary' },
  target: { ...text, enum: [...targetNames] },
  source_layer: { ...text, description: 'the layer to read, where the file has several' },
  crs: { ...text, description: 'EPSG:4523, GCJ-02, BD-09 …; only where the file does not say it' },
  encoding: { ...text, description: 'only where the file does not say it' },
  mapping: {
    ...text,
    description:
      'JSON: our field → column, or {"column", "factor"}, or {"value"} for all rows; geometry by x + y or wkt. Left out: as remembered, else by the names of the columns',
  },
}
/** Forms for the OpenAPI document. Not validators: those would read the whole file into memory. */
export const previewForm = { type: 'object' as const, required: ['file'], properties: previewProperties }
export const importForm = {
  type: 'object' as const,
  required: ['file', 'target'],
  properties: {
    ...previewProperties,
    layer: { ...text, description: 'the name the layer gets, with target = layer' },
    audience: { ...text, enum: [...layerAudiences], default: 'organisation' },
    mode: { ...text, enum: [...importModes], default: 'all_or_nothing' },
  },
}

const rowFault = z.object({
  row: z.number().nullable(),
  code: z.string(),
  pointer: z.string().nullable(),
  message: z.string(),
  message_zh: z.string(),
  message_en: z.string(),
})
const anything = z.record(z.string(), z.any())
const listed = {
  id: z.string(),
  target: z.enum(targetNames),
  layer: z.string().nullable(),
  file_name: z.string(),
  file_size: z.number(),
  mode: z.enum(importModes),
  status: z.enum(importStatusValues),
  progress: z.number(),
  total: z.number().nullable(),
  read: z.number(),
  written: z.number(),
  rejected: z.number(),
  created_at: z.string(),
  finished_at: z.string().nullable(),
  version: z.number(),
}
export const importSummary = z.object(listed)
export const importAnswer = z.object({
  ...listed,
  started_at: z.string().nullable(),
  crs: z.string().nullable(),
  encoding: z.string().nullable(),
  source_layer: z.string().nullable(),
  mapping: anything,
  notes: z.array(anything),
  summary: anything.nullable(),
  errors: z.array(rowFault),
})
export const previewAnswer = z.object({
  summary: anything.nullable(),
  features: z.array(anything),
  errors: z.array(anything),
  choices: z.array(anything),
  refusal: anything.nullable(),
  suggested_mapping: anything,
  remembered_mapping: anything.nullable(),
})
export const importQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
})
export const errorQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
})
