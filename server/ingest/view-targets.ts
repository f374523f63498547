import { z } from '@hono/zod-openapi'
import type { Actor } from '../access/actor.ts'
import { targetNames, targets, targetsOf } from './targets.ts'

const titles = { title_zh: z.string(), title_en: z.string() }
export const targetAnswer = z.object({
  name: z.enum(targetNames),
  ...titles,
  geometry: z.array(z.string()),
  fields: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['text', 'number', 'integer', 'date', 'enum']),
      ...titles,
      required: z.boolean(),
      fallback: z.string().nullable(),
      values: z.array(z.object({ value: z.string(), ...titles })).nullable(),
    }),
  ),
})

/** The targets that somebody of this role may import into, as the page and the command line need them. */
export function viewTargets(actor: Actor): z.infer<typeof targetAnswer>[] {
  return targetsOf(actor).map((name) => {
    const { fields, geometry, ...title } = targets[name]
    return {
      name,
      ...title,
      geometry: [...geometry],
      fields: fields.map(({ name: field, type, title_zh, title_en, required, fallback, values }) => ({
        name: field,
        type,
        title_zh,
        title_en,
        required: required ?? false,
        fallback: fallback ?? null,
        values: values?.map(({ words: _words, ...value }) => value) ?? null,
      })),
    }
  })
}
