import type { Context } from '../context.ts'
import { pageOf, readCursor } from '../http/page.ts'
import { field, invalid } from '../http/problem.ts'
import type { ProjectQuery } from './schemas.ts'

/** Projects the caller may see (the public: public ones), newest change first; `next` is the cursor of the following page. */
export async function listProjects(ctx: Context, query: ProjectQuery) {
  const before = readCursor(query.cursor)
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
    before_at: before.at,
    before_id: before.id,
    limit: query.limit + 1,
  }
  const rows =
    ctx.actor.role === 'public'
      ? await ctx.tx.many('projects/list_public_projects', params)
      : await ctx.tx.many('projects/list_projects', {
          ...params,
          promoter_id: query.mine === 'true' ? ctx.actor.organisation_id : null,
        })
  const { page, next } = pageOf(rows, query.limit, ({ updated_at }) => updated_at)
  return { projects: page, next }
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
