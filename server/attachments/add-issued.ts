import type { Context } from '../context.ts'
import type { Kept } from '../store/file-store.ts'

/** A paper that the platform printed, as a file of its dig for the parties. Its own event and audit row are those of the paper. */
export async function addIssued(
  ctx: Context,
  file: {
    district_code: number
    id: string
    project_id: string
    subject: { kind: string; id: string }
    name: string
    kept: Kept
    organisation_id: string
    promoter_id: string
    contractor_id: string | null
    uploaded_by: string
  },
): Promise<void> {
  const { kept, subject, ...row } = file
  await ctx.tx.run('attachments/insert_attachment', {
    ...row,
    subject_kind: subject.kind,
    subject_id: subject.id,
    media_type: kept.media_type,
    size_bytes: kept.size_bytes,
    sha256: kept.sha256,
    store_key: kept.key,
    audience: 'parties',
    taken_at: null,
    lon: null,
    lat: null,
    now: ctx.now.toISOString(),
  })
}
