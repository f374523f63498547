import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, publicId } from '../http/public-id.ts'
import { subjectPrefix } from './subject.ts'

export type AttachmentRow = Queries['attachments/find_attachment']['row']

/** A file as the caller may see it: under row security, or because it is public and so is its dig. Else 404. */
export async function findAttachment(ctx: Context, id: string): Promise<AttachmentRow> {
  const key = parsePublicId('att', id)
  if (!key) throw notFound('attachments')
  const own = ctx.actor.role === 'public' ? null : await ctx.tx.one('attachments/find_attachment', key)
  const found = own ?? (await ctx.system(() => ctx.tx.one('attachments/find_public_attachment', key)))
  if (!found) throw notFound('attachments')
  return found
}

export function viewAttachment(row: AttachmentRow) {
  const { district_code, id, project_id, subject_id, store_key: _where, audience, ...rest } = row
  return {
    ...rest,
    audience: audience as 'public' | 'parties' | 'organisation',
    taken_where: rest.taken_where ?? null,
    id: publicId('att', district_code, id),
    project_id: project_id ? publicId('prj', district_code, project_id) : null,
    subject_id: publicId(subjectPrefix(row.subject_kind), district_code, subject_id),
  }
}
