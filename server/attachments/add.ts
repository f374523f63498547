import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Key } from '../http/public-id.ts'
import type { Kept } from '../store/file-store.ts'
import type { AttachmentFields } from './schemas.ts'
import { findSubject } from './subject.ts'

/** The row of a file whose bytes are kept already. Seen by its audience: own organisation, the parties of the dig, or everybody. */
export async function addAttachment(ctx: Context, fields: AttachmentFields, name: string, kept: Kept): Promise<Key> {
  const { district_code, ...subject } = await findSubject(ctx, fields)
  const id = randomUUID()
  await ctx.tx.run('attachments/insert_attachment', {
    district_code,
    id,
    ...subject,
    name,
    media_type: kept.media_type,
    size_bytes: kept.size_bytes,
    sha256: kept.sha256,
    store_key: kept.key,
    audience: fields.audience,
    organisation_id: ctx.actor.organisation_id,
    uploaded_by: ctx.actor.id,
    taken_at: fields.taken_at ?? null,
    lon: fields.lon ?? null,
    lat: fields.lat ?? null,
    now: ctx.now.toISOString(),
  })
  // A file for one organisation's eyes, or of a home's sale, is not told to the parties of a dig.
  if (subject.project_id && fields.audience !== 'organisation')
    await ctx.emit({
      type: 'attachment.added',
      district_code,
      subject_kind: 'attachment',
      subject_id: id,
      subject_version: 1,
      project_id: subject.project_id,
      promoter_id: subject.promoter_id,
      data: { to_kind: subject.subject_kind },
      evidence: [id],
    })
  await ctx.audit({
    action: 'attachment.add',
    district_code,
    subject_kind: 'attachment',
    subject_id: id,
    detail: { to: subject.subject_kind, to_id: subject.subject_id, sha256: kept.sha256, audience: fields.audience },
  })
  return { district_code, id }
}
