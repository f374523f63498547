import type { Context } from '../context.ts'
import { petitionStatusValues } from '../db/queries.gen.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { summarise } from './find.ts'
import type { PetitionQuery } from './schemas.ts'

/** Requests the caller may see, the newest first; `next` is the cursor of the following page. */
export async function listPetitions(ctx: Context, query: PetitionQuery) {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  const cursor = query.cursor ? readCursor(query.cursor) : null
  const project = query.project_id ? await findOwnProject(ctx, projectKey(query.project_id)) : null
  const rows = await ctx.tx.many('petitions/list_petitions', {
    district_code: project?.district_code ?? ctx.actor.district_code,
    statuses: query.status ? readStatuses(query.status) : null,
    kind_code: query.kind ?? null,
    grade: query.grade ?? null,
    card: query.card ?? null,
    project_id: project?.id ?? null,
    organisation_id: query.mine === 'true' ? ctx.actor.organisation_id : null,
    before_at: cursor?.at ?? null,
    before_id: cursor?.id ?? null,
    limit: query.limit + 1,
  })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    petitions: page.map(summarise),
    next: rows.length > query.limit && last ? writeCursor(last) : null,
  }
}

function readStatuses(text: string): string[] {
  const asked = text.split(',').filter(Boolean)
  if (asked.every((one) => (petitionStatusValues as readonly string[]).includes(one))) return asked
  throw invalid('petitions/invalid', [
    field('/status', 'http/invalid-value', '没有这样的状态', `one of ${petitionStatusValues.join(', ')}`),
  ])
}

const writeCursor = (row: { submitted_at: string; id: string }) =>
  Buffer.from(`${row.submitted_at}|${row.id}`).toString('base64url')
function readCursor(text: string): { at: string; id: string } {
  const [at, id] = Buffer.from(text, 'base64url').toString().split('|')
  if (!at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? ''))
    throw new Problem(422, 'http/invalid-cursor')
  return { at, id: id! }
}
