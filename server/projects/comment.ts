import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Key } from '../http/public-id.ts'
import { findOwnProject } from './find.ts'

/** An internal note: only the writer's organisation reads it. */
export async function addComment(ctx: Context, input: Key & { body: string }): Promise<string> {
  const project = await findOwnProject(ctx, input)
  const id = randomUUID()
  await ctx.tx.run('projects/insert_comment', {
    district_code: project.district_code,
    id,
    project_id: project.id,
    organisation_id: ctx.actor.organisation_id,
    author_id: ctx.actor.id,
    author_name: ctx.actor.name,
    body: input.body,
    now: ctx.now.toISOString(),
  })
  await ctx.audit({
    action: 'comment.add',
    district_code: project.district_code,
    subject_kind: 'project',
    subject_id: project.id,
  })
  return id
}
