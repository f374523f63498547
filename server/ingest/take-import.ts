import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { basename, win32 } from 'node:path'
import type { Actor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { fromZod } from '../http/errors.ts'
import { Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { receiveFile } from '../http/receive-file.ts'
import { keyOf, type Kept } from '../store/file-store.ts'
import { importFields, type ImportFields } from './schemas.ts'
import { targetsOf } from './targets.ts'

type Run = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>
/** So that one organisation cannot fill the queue. */
const mostWaiting = 20

/** 401 for strangers, 403 for roles that import nothing. */
export function mayImport(actor: Actor): void {
  if (actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (targetsOf(actor).length === 0) throw new Problem(403, 'imports/not-your-move')
}

/** Takes a file to import: received to disk, kept, queued. What is wrong inside of it, the import itself will say. */
export async function takeImport(parts: Parts, actor: Actor, run: Run, request: Request): Promise<Key> {
  mayImport(actor)
  const path = await parts.store.incoming()
  try {
    const { fields, file } = await receiveFile(request, path, parts.config.UPLOAD_LIMIT_MB)
    const input = readFields(fields, actor)
    const found = await parts.scan?.(path)
    if (found) throw new Problem(422, 'attachments/infected', { found })
    const { district_code } = actor
    const kept: Kept = {
      key: keyOf(district_code, file.sha256),
      sha256: file.sha256,
      size_bytes: file.size_bytes,
      media_type: 'application/octet-stream',
    }
    await parts.store.keep(path, kept)
    return await run((ctx) => queueImport(ctx, input, cleanName(file.name), kept))
  } finally {
    await rm(path, { force: true })
  }
}

function readFields(fields: Record<string, string>, actor: Actor): ImportFields {
  const parsed = importFields.safeParse(fields)
  if (!parsed.success) throw new Problem(422, 'http/invalid-input', { in: 'form' }, fromZod(parsed.error as never))
  if (!targetsOf(actor).includes(parsed.data.target))
    throw new Problem(403, 'imports/not-your-target', { target: parsed.data.target, yours: targetsOf(actor) })
  if (parsed.data.audience === 'public' && actor.role === 'utility')
    throw new Problem(403, 'imports/not-yours-to-publish')
  return parsed.data
}

async function queueImport(ctx: Context, input: ImportFields, file_name: string, kept: Kept): Promise<Key> {
  const { actor } = ctx
  const { district_code } = actor
  const organisation_id = actor.organisation_id!
  const { count } = (await ctx.tx.one('ingest/count_waiting', { district_code, organisation_id }))!
  if (count >= mostWaiting) throw new Problem(429, 'imports/too-many-waiting', { most: mostWaiting, retry_after: 60 })
  const id = randomUUID()
  await ctx.tx.run('ingest/insert_import', {
    district_code,
    id,
    organisation_id,
    person_id: actor.id,
    target: input.target,
    layer_name: input.target === 'layer' ? (input.layer ?? null) : null,
    layer_audience: input.audience,
    source_layer: input.source_layer ?? null,
    file_name,
    file_size: kept.size_bytes,
    file_sha256: kept.sha256,
    store_key: kept.key,
    crs: input.crs ?? null,
    encoding: input.encoding ?? null,
    mapping: JSON.stringify(input.mapping),
    mode: input.mode,
    now: ctx.now.toISOString(),
  })
  await ctx.audit({
    action: 'import.queue',
    district_code,
    subject_kind: 'import',
    subject_id: id,
    detail: { target: input.target, sha256: kept.sha256, mode: input.mode },
  })
  return { district_code, id }
}

/** The sender's name for the file as people will read it; never a place on a disk. */
export const cleanName = (sent: string): string =>
  win32
    .basename(basename(sent.normalize('NFC')))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(-160) || 'file'
