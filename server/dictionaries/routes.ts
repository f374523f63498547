import { createRoute, z } from '@hono/zod-openapi'
import { notFound } from '../http/problem.ts'
import { problems, room } from '../http/router.ts'

/** The dictionaries that forms offer; a code keeps its meaning for as long as rows carry it. */
const dictionaryName = z.enum(['inspection_finding', 'utility_response', 'rejection_reason', 'petition_kind'])
const dictionary = z.object({
  dictionary: dictionaryName,
  version: z.string(),
  entries: z.array(
    z.object({
      code: z.string(),
      label_zh: z.string(),
      label_en: z.string(),
      properties: z.record(z.string(), z.any()),
    }),
  ),
})

export const dictionaries = room().openapi(
  createRoute({
    method: 'get',
    path: '/{name}',
    summary: 'The codes of a dictionary, with their words in both languages',
    request: { params: z.object({ name: z.string() }) },
    responses: {
      200: { description: 'its present version', content: { 'application/json': { schema: dictionary } } },
      ...problems,
    },
  }),
  async (c) => {
    const name = dictionaryName.safeParse(c.req.valid('param').name)
    if (!name.success) throw notFound('dictionaries')
    const rows = await c.var.run((ctx) => ctx.tx.many('dictionaries/list_entries', { dictionary: name.data }))
    if (rows.length === 0) throw notFound('dictionaries')
    const answer = {
      dictionary: name.data,
      version: rows[0]!.version,
      entries: rows.map(({ version: _of, ...entry }) => entry),
    }
    return c.json(answer, 200, { 'cache-control': 'public, max-age=300' })
  },
)
