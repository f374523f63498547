import { rm } from 'node:fs/promises'
import type { Actor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { fromZod } from '../http/errors.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import { receiveFile, type ReceivedFile } from '../http/receive-file.ts'
import type { Key } from '../http/public-id.ts'
import { keyOf, type Kept } from '../store/file-store.ts'
import { addAttachment } from './add.ts'
import { fileName } from './file-name.ts'
import { examinePicture, isPicture } from './picture.ts'
import { mediaTypeOf } from './media-type.ts'
import { attachmentFields, type AttachmentFields } from './schemas.ts'
import { findSubject } from './subject.ts'

type Run = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>

/**
 * Takes one upload: received to disk, recognised by content, scanned, kept, and only then written down. Bytes move outside
 * of transactions; before they are kept it is sure that the caller may add them. A file whose row then fails stays unnamed. `only`: fields that stand
 * whatever the request says, and the media types that are taken.
 */
export async function takeUpload(
  parts: Parts,
  actor: Actor,
  run: Run,
  request: Request,
  only: { fields?: Record<string, string>; types?: RegExp } = {},
): Promise<Key> {
  if (actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (actor.role === 'auditor') throw new Problem(403, 'attachments/not-your-move')
  const path = await parts.store.incoming()
  try {
    const { fields, file } = await receiveFile(request, path, parts.config.UPLOAD_LIMIT_MB)
    const input = read({ ...fields, ...only.fields }, actor)
    const { district_code } = await run((ctx) => findSubject(ctx, input))
    const name = fileName(file.name)
    const kept = await examined(parts, district_code, file, name, only.types)
    // what the sender says of a photo stands before what its camera wrote into it
    const shot = isPicture(kept.media_type) ? await examinePicture(path) : {}
    await parts.store.keep(path, kept)
    return await run((ctx) => addAttachment(ctx, { ...shot, ...input }, name, kept))
  } finally {
    await rm(path, { force: true })
  }
}

function read(fields: Record<string, string>, actor: Actor): AttachmentFields {
  const parsed = attachmentFields.safeParse(fields)
  if (!parsed.success) throw new Problem(422, 'attachments/invalid', { in: 'form' }, fromZod(parsed.error as never))
  if (parsed.data.audience === 'public' && !['authority', 'planner', 'inspector'].includes(actor.role))
    throw new Problem(403, 'attachments/not-yours-to-publish')
  return parsed.data
}

async function examined(
  parts: Parts,
  district_code: number,
  file: ReceivedFile,
  name: string,
  types = /./,
): Promise<Kept> {
  const { path, size_bytes, sha256 } = file
  if (size_bytes === 0)
    throw invalid('attachments/invalid', [field('/file', 'attachments/empty', '文件是空的', 'the file is empty')])
  const media_type = await mediaTypeOf(path, name)
  if (!media_type || !types.test(media_type))
    throw new Problem(415, 'attachments/type-not-allowed', {
      detail: 'photos, PDF, office documents, zip, text, GeoJSON and MP4 may be attached; the content decides',
    })
  const found = await parts.scan?.(path)
  if (found) throw new Problem(422, 'attachments/infected', { found })
  return { key: keyOf(district_code, sha256), sha256, size_bytes, media_type }
}
