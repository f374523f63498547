import { z } from '@hono/zod-openapi'

export const audiences = ['public', 'parties', 'organisation'] as const

const degrees = (most: number) => z.coerce.number().min(-most).max(most).optional()

/** The text fields beside the file. `subject_id` (or `project_id` alone) says what the file belongs to. */
export const attachmentFields = z
  .strictObject({
    project_id: z.string().optional(),
    subject_kind: z.string().optional(),
    subject_id: z.string().optional(),
    audience: z.enum(audiences).default('parties'),
    taken_at: z.iso.datetime({ offset: true }).optional(),
    lon: degrees(180),
    lat: degrees(90),
  })
  .refine(({ lon, lat }) => (lon === undefined) === (lat === undefined), {
    path: ['lat'],
    message: 'lon and lat go together',
  })
export type AttachmentFields = z.infer<typeof attachmentFields>

/** The form for the OpenAPI document. Not a validator: that would read the whole file into memory. */
export const attachmentForm = {
  type: 'object' as const,
  required: ['file'],
  properties: {
    file: { type: 'string' as const, format: 'binary' },
    subject_id: { type: 'string' as const, description: 'public id of what it belongs to: prj_, sit_, per_, ins_, …' },
    subject_kind: { type: 'string' as const, description: 'may be left out: the id says it' },
    project_id: { type: 'string' as const },
    audience: { type: 'string' as const, enum: [...audiences], default: 'parties' },
    taken_at: { type: 'string' as const, format: 'date-time' },
    lon: { type: 'number' as const },
    lat: { type: 'number' as const },
  },
}

export const attachment = z.object({
  id: z.string(),
  project_id: z.string().nullable(),
  subject_kind: z.string(),
  subject_id: z.string(),
  name: z.string(),
  media_type: z.string(),
  size_bytes: z.number(),
  sha256: z.string(),
  audience: z.enum(audiences),
  taken_at: z.string().nullable(),
  taken_where: z.any().nullable(),
  created_at: z.string(),
})
