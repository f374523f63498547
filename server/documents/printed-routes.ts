import { createRoute, z } from '@hono/zod-openapi'
import { fileHeaders } from '../http/file-headers.ts'
import { problems, room } from '../http/router.ts'
import { projectKey } from '../projects/find.ts'
import { projectId } from '../projects/schemas.ts'
import { boardOf } from './board.ts'
import { checkCode } from './check.ts'
import { dailyCsv, dailyPaper } from './daily-paper.ts'
import { dailyReport as countDay } from './daily-report.ts'
import { print } from './press.ts'
import { check, dailyQuery, dailyReport } from './schemas.ts'
import type { Sheet } from './sheet.ts'

/** What a code on a board or a paper says: the one thing here that needs no account. */
export const checks = room().openapi(
  createRoute({
    method: 'get',
    path: '/{id}',
    summary: 'Whether a permit stands, by the code on a board or a paper',
    request: { params: z.object({ id: z.string().max(80) }) },
    responses: {
      200: { description: 'never a person, never an application', content: { 'application/json': { schema: check } } },
      ...problems,
    },
  }),
  async (c) => c.json(await c.var.run((ctx) => checkCode(ctx, c.req.valid('param').id)), 200),
)

/** The site board, under /api/projects: printed when asked for, because it says how things are now. */
export const boards = room().openapi(
  createRoute({
    method: 'get',
    path: '/{id}/board',
    summary: 'The board to hang up at a site, as PDF',
    request: { params: projectId },
    responses: { 200: { description: 'application/pdf' }, ...problems },
  }),
  async (c) => {
    const { parts, run } = c.var
    const sheet = await run((ctx) => boardOf(ctx, parts.config, projectKey(c.req.valid('param').id)))
    return c.body(...(await answer(sheet)))
  },
)

/** 今日动土日报, for staff. */
export const reports = room().openapi(
  createRoute({
    method: 'get',
    path: '/daily',
    summary: "The day's dig report as JSON, CSV or PDF",
    request: { query: dailyQuery },
    responses: {
      200: { description: 'by street', content: { 'application/json': { schema: dailyReport } } },
      ...problems,
    },
  }),
  async (c) => {
    const { day, format } = c.req.valid('query')
    if (format === 'json') return c.json(await c.var.run((ctx) => countDay(ctx, day)), 200)
    if (format === 'csv') {
      const report = await c.var.run((ctx) => countDay(ctx, day))
      const bytes = new TextEncoder().encode(dailyCsv(report))
      return c.body(
        bytes,
        200,
        headersOf(`今日动土日报（${report.day}）.csv`, 'text/csv; charset=utf-8', bytes),
      ) as never
    }
    const sheet = await c.var.run(async (ctx) => dailyPaper(ctx, await countDay(ctx, day)))
    return c.body(...(await answer(sheet))) as never
  },
)

/** Printed outside of any transaction, and not kept. */
async function answer(sheet: Sheet): Promise<[Uint8Array<ArrayBuffer>, 200, Record<string, string>]> {
  const bytes = (await print(sheet)) as Uint8Array<ArrayBuffer>
  return [bytes, 200, headersOf(`${sheet.title}.pdf`, 'application/pdf', bytes)]
}

function headersOf(name: string, media_type: string, bytes: Uint8Array): Record<string, string> {
  const { etag: _none, ...headers } = fileHeaders({
    name,
    media_type,
    size_bytes: bytes.length,
    sha256: '',
    audience: 'parties',
  })
  return headers
}
