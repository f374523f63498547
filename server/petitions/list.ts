import type { Context } from '../context.ts'
import { petitionStatusValues } from '../db/queries.gen.ts'
import { pageOf, readCursor } from '../http/page.ts'
import { Problem } from '../http/problem.ts'
import { readStatuses } from '../http/statuses.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import { summarise } from './find.ts'
import type { PetitionQuery } from './schemas.ts'

/** Requests the caller may see, the newest first; `next` is the cursor of the following page. */
export async function listPetitions(ctx: Context, query: PetitionQuery) {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  const before = readCursor(query.cursor)
  const project = query.project_id ? await findOwnProject(ctx, projectKey(query.project_id)) : null
  const rows = await ctx.tx.many('petitions/list_petitions', {
    district_code: project?.district_code ?? ctx.actor.district_code,
    statuses: query.status ? readStatuses(query.status, petitionStatusValues, 'petitions/invalid') : null,
    kind_code: query.kind ?? null,
    grade: query.grade ?? null,
    card: query.card ?? null,
    project_id: project?.id ?? null,
    organisation_id: query.mine === 'true' ? ctx.actor.organisation_id : null,
    before_at: before.at,
    before_id: before.id,
    limit: query.limit + 1,
  })
  const { page, next } = pageOf(rows, query.limit, ({ submitted_at }) => submitted_at)
  return { petitions: page.map(summarise), next }
}
