import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { type Actor, systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Parts } from '../http/environment.ts'
import { checkRow, type StagedRow } from './check-row.ts'
import { type Fault, fault, IngestError } from './failure.ts'
import { finishImport } from './finish-import.ts'
import { checkMapping, geometryColumns, type Mapping, signatureOf, suggestMapping } from './mapping.ts'
import { limitsOf } from './options.ts'
import { readFeatures } from './read.ts'
import type { ClaimedImport } from './run-imports.ts'
import { beginStaging, type Staging } from './staging.ts'
import type { Summary } from './summary.ts'
import type { TargetName } from './targets.ts'

/** What a whole file came to, before anything of it is written. */
export interface ReadImport {
  staging: Staging
  summary: Summary
  mapping: Mapping
  signature: string
  digest: string
  notes: Fault[]
}

/** Reads a file to its end, staging what is right and noting what is wrong row by row; then it is written, or refused as a whole. */
export async function readImport(parts: Parts, job: ClaimedImport, sender: Actor): Promise<void> {
  const path = await parts.store.incoming()
  try {
    const bytes = await parts.store.open(job.store_key)
    if (!bytes) throw new IngestError('imports/file-missing')
    await pipeline(bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    await finishImport(parts, job, sender, await readRows(parts, job, path))
  } finally {
    await rm(path, { force: true })
  }
}

async function readRows(parts: Parts, job: ClaimedImport, path: string): Promise<ReadImport> {
  const target = job.target as TargetName
  const given = job.mapping as Mapping
  const reading = await readFeatures(path, {
    name: job.file_name,
    crs: job.crs ?? undefined,
    encoding: job.encoding ?? undefined,
    layer: job.source_layer ?? undefined,
    geometry: geometryColumns(given),
    limits: limitsOf(parts.config.UPLOAD_LIMIT_MB),
  })
  try {
    const { summary } = reading
    const signature = signatureOf(summary.columns)
    const staging = await beginStaging(parts, job)
    const mapping = await mappingFor(parts, job, given, signature, summary)
    checkMapping(target, mapping, summary.columns)
    const digest = createHash('sha256')
    const today = shanghaiDay(parts.clock.now())
    let past = 0
    for await (const { features, errors } of reading.batches) {
      const staged: StagedRow[] = []
      const faults: Fault[] = [...errors]
      for (const feature of features) {
        const checked = checkRow(target, mapping, feature)
        if ('faults' in checked) faults.push(...checked.faults)
        else {
          staged.push(checked.staged)
          digest.update(JSON.stringify([feature.row, feature.properties, feature.geometry]))
          if (target === 'projects' && String(checked.staged.properties.planned_to) < today) past++
        }
      }
      await staging.add(staged, faults, features.length + errors.length, summary.count)
    }
    const notes = [...summary.notes, ...(past > 0 ? [fault('imports/note-past-period', { count: past })] : [])]
    return { staging, summary, mapping, signature, digest: digest.digest('hex'), notes }
  } finally {
    await reading.close()
  }
}

/** The sender's mapping; without one the remembered one, else the one that the columns' names suggest. A utility's theme is its own kind. */
async function mappingFor(
  parts: Parts,
  job: ClaimedImport,
  given: Mapping,
  signature: string,
  { columns }: Summary,
): Promise<Mapping> {
  const { district_code, organisation_id, target } = job
  const isGiven = Object.keys(given).some((key) => !['x', 'y', 'wkt'].includes(key))
  const found = await parts.run(systemActor(district_code), async ({ tx }) => ({
    known: await tx.one('ingest/find_mapping', { district_code, organisation_id, target, signature }),
    sender: await tx.one('ingest/find_sender', { district_code, person_id: job.person_id }),
  }))
  const remembered = found.known?.mapping as Mapping | undefined
  const mapping: Mapping = isGiven
    ? given
    : { ...(remembered ?? suggestMapping(target as TargetName, columns)), ...given }
  const own = found.sender?.utility_kind
  if (target === 'networks' && own && !('theme' in mapping)) return { ...mapping, theme: { value: own } }
  return mapping
}
