import type { Actor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { type Fault, fault } from './failure.ts'
import type { ReadImport } from './read-import.ts'
import type { ClaimedImport } from './run-imports.ts'
import { keepErrors, LeaseLost, mostErrors, tell } from './staging.ts'
import { writeRows } from './write-rows.ts'

/**
 * The end of a file that was read: written in one transaction with one audit row and the digest of its rows, or not at all.
 * A row that is wrong keeps all of it back, unless its sender asked for the good ones.
 */
export async function finishImport(parts: Parts, job: ClaimedImport, sender: Actor, done: ReadImport): Promise<void> {
  const { staged, rejected, read, errors } = done.staging.counts()
  const isKeptBack = staged === 0 || (rejected > 0 && job.mode === 'all_or_nothing')
  const { district_code, id } = job
  await asSender(parts, sender, async (ctx) => {
    const notes = [...(isKeptBack ? done.summary.notes : done.notes)]
    if (errors >= mostErrors) notes.push(fault('imports/note-errors-cut', { kept: mostErrors }))
    if (!isKeptBack) {
      if (rejected > 0) notes.push(fault('imports/note-rejected', { count: rejected }))
      notes.push(...(await writeRows(ctx, job, done, staged)))
      await ctx.tx.run('ingest/remember_mapping', {
        district_code,
        organisation_id: job.organisation_id,
        target: job.target,
        signature: done.signature,
        mapping: JSON.stringify(done.mapping),
        crs: job.crs,
        encoding: job.encoding,
        now: ctx.now.toISOString(),
      })
    }
    await ctx.tx.run('ingest/delete_rows', { district_code, import_id: id })
    const status = isKeptBack ? 'failed' : notes.length > 0 ? 'succeeded_with_notes' : 'succeeded'
    const written = isKeptBack ? 0 : staged
    await settle(ctx, job, { status, read, written, rejected, notes, done })
  })
  tell(parts, job)
}

/** The end of an import whose file cannot be read: the reason is its only error besides those of its rows; nothing is written. */
export async function failImport(parts: Parts, job: ClaimedImport, sender: Actor, wrong: Fault): Promise<void> {
  const { district_code, id } = job
  await asSender(parts, sender, async (ctx) => {
    await ctx.tx.run('ingest/delete_rows', { district_code, import_id: id })
    await ctx.tx.run('ingest/delete_errors', { district_code, import_id: id })
    await keepErrors(ctx, job, [wrong], 0)
    await settle(ctx, job, { status: 'failed', read: 0, written: 0, rejected: 0, notes: [], done: null })
  })
  tell(parts, job)
}

const asSender = (parts: Parts, sender: Actor, work: (ctx: Context) => Promise<void>) =>
  parts.run(sender, work, { as: 'dongtu_system' })

interface End {
  status: 'succeeded' | 'succeeded_with_notes' | 'failed'
  read: number
  written: number
  rejected: number
  notes: Fault[]
  done: ReadImport | null
}

async function settle(ctx: Context, job: ClaimedImport, end: End): Promise<void> {
  const { district_code, id, attempts, target } = job
  const { status, read, written, rejected, notes, done } = end
  const settled = await ctx.tx.one('ingest/settle_import', {
    district_code,
    id,
    attempts,
    status,
    read,
    written,
    rejected,
    total: done ? read : null,
    notes: JSON.stringify(notes),
    summary: done ? JSON.stringify(done.summary) : null,
    mapping: done ? JSON.stringify(done.mapping) : null,
    rows_digest: status === 'failed' ? null : (done?.digest ?? null),
    now: ctx.now.toISOString(),
  })
  if (!settled) throw new LeaseLost()
  const data = { target, read, written, rejected }
  await ctx.emit({
    type: status === 'failed' ? 'import.failed' : 'import.succeeded',
    district_code,
    subject_kind: 'import',
    subject_id: id,
    subject_version: settled.version,
    data,
  })
  await ctx.audit({
    action: status === 'failed' ? 'import.fail' : 'import.write',
    district_code,
    subject_kind: 'import',
    subject_id: id,
    detail: { ...data, mode: job.mode, file_sha256: job.file_sha256, rows_digest: done?.digest ?? null },
  })
}
