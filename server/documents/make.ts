import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Parts } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { keyOf, type Kept } from '../store/file-store.ts'
import { checkLink } from './code.ts'
import type { Content } from './content.ts'
import { layOut } from './lay-out.ts'
import { print } from './press.ts'

type Due = Queries['documents/claim_documents']['row']

/** A file of the dig that the platform made itself: its row, in the caller's transaction. From the composition root: files are another room's. */
export type Attach = (ctx: Context, file: IssuedFile) => Promise<void>
export interface IssuedFile {
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
}

const batch = 10
const lease_ms = 180_000
const longestWait_s = 3600

/**
 * Prints what is due. Claim, print and keep, and the row are three steps, only the first and last in transactions. A process that dies in
 * between leaves the paper due: it is printed again when the lease ends, to the same bytes under the same key, and written down once.
 */
export async function makeDocuments(parts: Parts, district_code: number, attach: Attach): Promise<number> {
  const system = systemActor(district_code)
  const due = await parts.run(system, (ctx) =>
    ctx.tx.many('documents/claim_documents', {
      district_code,
      wall: ctx.wall.toISOString(),
      lease_until: new Date(ctx.wall.getTime() + lease_ms).toISOString(),
      limit: batch,
    }),
  )
  for (const document of due) {
    try {
      const link = linkOf(parts, document)
      const kept = await keep(parts, district_code, await print(layOut(document.content as unknown as Content, link)))
      await parts.run(system, (ctx) => settle(ctx, document, { link, kept }, attach))
    } catch (error) {
      await parts.run(system, (ctx) => postpone(ctx, document, error as Error))
    }
  }
  return due.length
}

/** A permit's code leads to the permit itself, so that a later ending shows; any other paper's to the paper. */
export function linkOf(
  { config }: Pick<Parts, 'config'>,
  document: Pick<Due, 'district_code' | 'id' | 'kind' | 'permit_id'>,
) {
  const { district_code, id, kind, permit_id } = document
  return checkLink(
    config,
    kind === 'permit' && permit_id ? publicId('per', district_code, permit_id) : publicId('doc', district_code, id),
  )
}

async function keep({ store }: Parts, district_code: number, bytes: Uint8Array): Promise<Kept> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const kept = {
    key: keyOf(district_code, sha256),
    sha256,
    size_bytes: bytes.length,
    media_type: 'application/pdf',
  }
  const path = await store.incoming()
  try {
    await writeFile(path, bytes)
    await store.keep(path, kept)
  } finally {
    await rm(path, { force: true })
  }
  return kept
}

async function settle(ctx: Context, document: Due, made: { link: string; kept: Kept }, attach: Attach): Promise<void> {
  const { district_code, id, project_id, permit_id, number, version } = document
  const attachment_id = randomUUID()
  const { title } = document.content as unknown as Content
  const settled = await ctx.tx.one('documents/settle_document', {
    district_code,
    id,
    attachment_id,
    link: made.link,
    now: ctx.now.toISOString(),
  })
  if (!settled) return
  await attach(ctx, {
    district_code,
    id: attachment_id,
    project_id,
    subject: permit_id ? { kind: 'permit', id: permit_id } : { kind: 'project', id: project_id },
    name: `${title}（${number}${version > 1 ? `，第${version}版` : ''}）.pdf`,
    kept: made.kept,
    organisation_id: document.authority_id,
    promoter_id: document.promoter_id,
    contractor_id: document.contractor_id,
    uploaded_by: document.issued_by,
  })
  await ctx.emit({
    type: 'document.issued',
    district_code,
    subject_kind: 'document',
    subject_id: id,
    subject_version: version,
    project_id,
    promoter_id: document.promoter_id,
    data: { kind: document.kind, number, ...(permit_id ? { permit_id } : {}), sha256: made.kept.sha256 },
    evidence: [attachment_id],
  })
  await ctx.audit({
    action: 'document.issue',
    district_code,
    subject_kind: 'document',
    subject_id: id,
    detail: { number, version, sha256: made.kept.sha256 },
  })
}

async function postpone(ctx: Context, { district_code, id, attempts }: Due, error: Error): Promise<void> {
  const wait_s = Math.min(2 ** attempts, longestWait_s)
  await ctx.tx.run('documents/postpone_document', {
    district_code,
    id,
    next_at: new Date(ctx.wall.getTime() + wait_s * 1000).toISOString(),
    error: error.message.slice(0, 500),
  })
}
