import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { outsideCode } from '../projects/responsible.ts'
import type { StagedRow } from './check-row.ts'
import { type Fault, fault } from './failure.ts'
import { lease_seconds, type ClaimedImport } from './run-imports.ts'

export interface Staging {
  /** One batch: its good rows, what is wrong with the others, and how many rows it had. */
  add(rows: StagedRow[], faults: Fault[], read: number, total: number | null): Promise<void>
  counts(): { read: number; staged: number; rejected: number; errors: number }
}

/** As many errors as are kept of one import; the others are counted. */
export const mostErrors = 10_000

/** Another process has taken the import over: this one stops without a word. */
export class LeaseLost extends Error {}

/** Begins an import's staging anew: what an earlier try left is forgotten. Each batch is one short transaction that also renews the lease. */
export async function beginStaging(parts: Parts, job: ClaimedImport): Promise<Staging> {
  const { district_code, id } = job
  const counts = { read: 0, staged: 0, rejected: 0, errors: 0 }
  const system = systemActor(district_code)
  await parts.run(system, async ({ tx }) => {
    await tx.run('ingest/delete_rows', { district_code, import_id: id })
    await tx.run('ingest/delete_errors', { district_code, import_id: id })
  })
  return {
    counts: () => ({ ...counts }),
    async add(rows, faults, read, total) {
      const next = { ...counts, read: counts.read + read }
      await parts.run(system, async (ctx) => {
        const refused = await stage(ctx, job, rows)
        const wrong = [...faults, ...refused].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
        next.staged += rows.length - refused.length
        next.rejected = next.read - next.staged
        next.errors += await keepErrors(ctx, job, wrong, counts.errors)
        const progress = total ? Math.min(0.99, next.read / total) : 0
        const until = new Date(ctx.wall.getTime() + lease_seconds * 1000).toISOString()
        const { rejected } = next
        const facts = { read: next.read, rejected, total, progress, until, attempts: job.attempts }
        if (!(await ctx.tx.one('ingest/note_progress', { district_code, id, ...facts }))) throw new LeaseLost()
      })
      Object.assign(counts, next)
      tell(parts, job)
    },
  }
}

/** Stages the rows, takes out those that a look at the map refuses, and notes what it found for the others: the move at the end is to be short. */
async function stage(ctx: Context, job: ClaimedImport, rows: StagedRow[]): Promise<Fault[]> {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const { district_code, id: import_id, organisation_id, target } = job
  await ctx.tx.run('ingest/stage_rows', { district_code, import_id, organisation_id, rows: JSON.stringify(rows) })
  const range = { district_code, import_id, first: first.number, last: last.number }
  const refused: Fault[] = []
  const refuse = (found: { number: number }[], code: string, pointer: string) =>
    refused.push(...found.map(({ number: row }) => fault(code, {}, { row, pointer })))
  if (target === 'projects') {
    const day = shanghaiDay(ctx.now)
    refuse(await ctx.tx.many('ingest/list_rows_outside', { ...range, day }), 'geometry/outside-district', '/geometry')
    await ctx.tx.run('ingest/place_projects', { ...range, day, outside_code: outsideCode })
  }
  if (target === 'units') {
    refuse(await ctx.tx.many('ingest/list_rows_without_building', range), 'imports/row-no-building', '/geometry')
    const known = (await ctx.tx.many('ingest/list_known_units', range)).filter(
      ({ number }) => !refused.some(({ row }) => row === number),
    )
    refuse(known, 'imports/row-duplicate', '/unit_code')
    await ctx.tx.run('ingest/place_units', range)
  }
  const numbers = refused.map(({ row }) => row!)
  if (numbers.length > 0) await ctx.tx.run('ingest/drop_rows', { district_code, import_id, numbers })
  return refused
}

/** Keeps errors up to the most; returns how many were added. */
export async function keepErrors(ctx: Context, job: ClaimedImport, faults: Fault[], before: number): Promise<number> {
  const { district_code, id: import_id, organisation_id } = job
  const kept = faults.slice(0, Math.max(0, mostErrors - before))
  if (kept.length === 0) return 0
  const rows = kept.map(({ row = null, code, pointer = null, message_zh, message_en }, index) => ({
    number: before + index + 1,
    row,
    code,
    pointer,
    message_zh,
    message_en,
  }))
  await ctx.tx.run('ingest/insert_errors', { district_code, import_id, organisation_id, rows: JSON.stringify(rows) })
  return kept.length
}

/** Pages of the sender's organisation hear that the import went on; nothing is stored for it. */
export function tell(parts: Pick<Parts, 'hub'>, { district_code, id, organisation_id }: ClaimedImport): void {
  parts.hub.publish([
    {
      id,
      district_code,
      type: 'import.progressed',
      subject_kind: 'import',
      subject_id: id,
      project_id: null,
      organisation_id,
      promoter_id: null,
      utility_id: null,
      registry_id: null,
      is_personal: true,
      data: {},
    },
  ])
}
