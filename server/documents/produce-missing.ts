import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { findOwnProject } from '../projects/find.ts'
import { paperOf, papers } from './moves.ts'
import { record } from './record.ts'

/** Moves of a dig that call for a paper and have none: made before papers were produced here, or loaded with the demo. */
export async function missingMoves(ctx: Context, { district_code, id }: Key) {
  const moves = await ctx.tx.many('documents/list_moves_without_document', {
    district_code,
    project_id: id,
    types: Object.keys(papers),
  })
  return moves.filter(paperOf)
}

/** Papers are the deciding authority's to issue. */
export const mayProduce = ({ actor }: Context, project: { authority_id: string }): boolean =>
  actor.role === 'authority' && actor.organisation_id === project.authority_id

/** The deciding authority has the missing papers of a dig printed, with the words of today's templates and the days of their moves. Returns how many. */
export async function produceMissing(ctx: Context, key: Key): Promise<number> {
  const project = await findOwnProject(ctx, key)
  if (!mayProduce(ctx, project)) throw new Problem(403, 'documents/not-your-move')
  const { district_code, id } = project
  const moves = await missingMoves(ctx, project)
  await ctx.system(async () => {
    for (const move of moves) await record(ctx, { district_code, event_id: move.id })
  })
  await ctx.audit({
    action: 'document.produce_missing',
    district_code,
    subject_kind: 'project',
    subject_id: id,
    detail: { moves: moves.length },
  })
  return moves.length
}
