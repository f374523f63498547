import type { Context } from '../context.ts'
import type { Day } from '../clocks/working-days.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { refold } from '../projects/refold.ts'
import { worksMachine, type WorksMove } from './states.ts'

export type WorksRow = Queries['works/find_works']['row']
export interface WorksChange {
  seen?: number | null
  reason?: string
  note?: string
  evidence?: string[]
  dues?: Record<string, Day>
  guarantee_from?: Day
  guarantee_to?: Day
  inspection_called_on?: Day
  /** The rule of this one move and of the clock of its name, where the table names the family. */
  rule?: string
  data?: object
}

/** Every move of works: under row security, through the table, with the project's stage folded in the same transaction. */
export async function moveWorks(
  ctx: Context,
  name: WorksMove,
  works: WorksRow,
  change: WorksChange = {},
): Promise<void> {
  await move(ctx, worksMachine, name, works, {
    seen: change.seen,
    reason: change.reason,
    evidence: await evidenceOf(
      ctx,
      { district_code: works.district_code, project_id: works.project_id },
      change.evidence ?? [],
      '/evidence',
    ),
    dues: change.dues,
    basis: change.rule,
    rules: change.rule ? { [worksMachine.moves[name].basis]: change.rule } : undefined,
    data: {
      ...(change.reason ? { reason: change.reason } : {}),
      ...(change.note ? { note: change.note } : {}),
      ...change.data,
    },
    change: ({ status, version }) =>
      ctx.tx.one('works/move_works', {
        district_code: works.district_code,
        id: works.id,
        from: status as never,
        to: worksMachine.moves[name].to,
        version,
        now: ctx.now.toISOString(),
        reason: change.reason ?? null,
        guarantee_from: change.guarantee_from ?? null,
        guarantee_to: change.guarantee_to ?? null,
        inspection_called_on: change.inspection_called_on ?? null,
      }),
  })
  await refold(ctx, { district_code: works.district_code, id: works.project_id })
}

/** The works of a project as the caller may see them, or 404. */
export async function findWorks(ctx: Context, project: Key): Promise<WorksRow> {
  const works = await ctx.tx.one('works/find_works', { district_code: project.district_code, project_id: project.id })
  if (!works) throw notFound('projects')
  return works
}
