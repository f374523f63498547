import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { pageOf, readCursor } from '../http/page.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, publicId, type Key } from '../http/public-id.ts'
import type { importModes } from './schemas.ts'
import type { TargetName } from './targets.ts'

/** What one answer holds of the report; the rest is in the report itself. */
const errorsShown = 200

/** One import of the caller's organisation with the beginning of its report; another's is 404. */
export async function findImport(ctx: Context, id: string) {
  const key = keyOfImport(id)
  const row = await ctx.tx.one('ingest/find_import', key)
  if (!row) throw notFound('imports')
  const errors = await ctx.tx.many('ingest/list_errors', { ...key, after: 0, limit: errorsShown })
  const { district_code: _code, id: _id, layer_name, layer_audience: _audience, ...rest } = row
  return {
    ...rest,
    id,
    layer: layer_name,
    target: row.target as TargetName,
    mode: row.mode as (typeof importModes)[number],
    mapping: row.mapping as Record<string, unknown>,
    notes: row.notes as Record<string, unknown>[],
    summary: row.summary as Record<string, unknown> | null,
    errors: errors.map(viewError),
  }
}

/** The caller's imports, newest first; `next` is the cursor of the following page. */
export async function listImports(ctx: Context, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const before = readCursor(cursor)
  const rows = await ctx.tx.many('ingest/list_imports', {
    district_code: ctx.actor.district_code,
    before_at: before.at,
    before_id: before.id,
    limit: limit + 1,
  })
  const { page, next } = pageOf(rows, limit, ({ created_at }) => created_at)
  return {
    imports: page.map(({ district_code, id, layer_name, ...rest }) => ({
      ...rest,
      id: publicId('imp', district_code, id),
      layer: layer_name,
      target: rest.target as TargetName,
      mode: rest.mode as (typeof importModes)[number],
    })),
    next,
  }
}

/** The report row by row as CSV with a byte order mark, so that a spreadsheet opens it as it is. */
export async function reportOf(ctx: Context, id: string): Promise<string> {
  const key = keyOfImport(id)
  if (!(await ctx.tx.one('ingest/find_import', key))) throw notFound('imports')
  const errors = await ctx.tx.many('ingest/list_errors', { ...key, after: 0, limit: 100_000 })
  const lines = errors.map(({ row, code, pointer, message_zh, message_en }) =>
    [row, code, pointer, message_zh, message_en].map(cell).join(','),
  )
  return `\uFEFF${['row,code,pointer,message_zh,message_en', ...lines].join('\r\n')}\r\n`
}

/** Quoted, and never a formula: a cell that begins with = + - @ gets an apostrophe. */
function cell(value: string | number | null): string {
  const text = String(value ?? '')
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

function keyOfImport(id: string): Key {
  const key = parsePublicId('imp', id)
  if (!key) throw notFound('imports')
  return key
}

const viewError = ({ number: _number, ...error }: Queries['ingest/list_errors']['row']) => ({
  ...error,
  message: error.message_en,
})
