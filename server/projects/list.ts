import type { Context } from '../context.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import type { ProjectQuery } from './schemas.ts'

/** Projects the caller may see (the public: public ones), newest change first; `next` is the cursor of the following page. */
export async function listProjects(ctx: Context, query: ProjectQuery) {
  const cursor = query.cursor ? readCursor(query.cursor) : null
  const [west, south, east, north] = query.bbox ? readBbox(query.bbox) : []
  const params = {
    district_code: query.district_code ?? ctx.actor.district_code,
    stages: split(query.stage),
    cards: split(query.card),
    kinds: split(query.kind),
    q: query.q ? `%${query.q.replaceAll(/[\\%_]/g, '\\$&')}%` : null,
    west: west ?? null,
    south: south ?? null,
    east: east ?? null,
    north: north ?? null,
    before_at: cursor?.at ?? null,
    before_id: cursor?.id ?? null,
    limit: query.limit + 1,
  }
  const rows =
    ctx.actor.role === 'public'
      ? await ctx.tx.many('projects/list_public_projects', params)
      : await ctx.tx.many('projects/list_projects', {
          ...params,
          promoter_id: query.mine === 'true' ? ctx.actor.organisation_id : null,
        })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return { projects: page, next: rows.length > query.limit && last ? writeCursor(last) : null }
}

const split = (text: string | undefined) => (text ? text.split(',').filter(Boolean) : null)

export function readBbox(text: string): [number, number, number, number] {
  const parts = text.split(',').map(Number)
  if (
    parts.length !== 4 ||
    parts.some((part) => !Number.isFinite(part)) ||
    parts[0]! > parts[2]! ||
    parts[1]! > parts[3]!
  )
    throw invalid('projects/invalid', [
      field('/bbox', 'http/invalid-bbox', '范围应为 西,南,东,北', 'bbox is west,south,east,north'),
    ])
  return parts as [number, number, number, number]
}

const writeCursor = (row: { updated_at: string; id: string }) =>
  Buffer.from(`${row.updated_at}|${row.id}`).toString('base64url')
function readCursor(text: string): { at: string; id: string } {
  const [at, id] = Buffer.from(text, 'base64url').toString().split('|')
  if (!at || !id || Number.isNaN(Date.parse(at))) throw new Problem(422, 'http/invalid-cursor')
  return { at, id }
}
