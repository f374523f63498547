import { type Actor, systemActor } from '../access/actor.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Parts } from '../http/environment.ts'
import { fault, type Fault, IngestError } from './failure.ts'
import { failImport } from './finish-import.ts'
import { readImport } from './read-import.ts'
import { LeaseLost } from './staging.ts'

export type ClaimedImport = Queries['ingest/claim_import']['row']
export const lease_seconds = 60
const most_attempts = 3

/** Reads every import of a district that waits or was left behind, one after the other. */
export async function runImports(parts: Parts, district_code: number): Promise<void> {
  for (;;) {
    const job = await claim(parts, district_code)
    if (!job) return
    await runImport(parts, job)
  }
}

function claim(parts: Parts, district_code: number): Promise<ClaimedImport | null> {
  return parts.run(systemActor(district_code), (ctx) =>
    ctx.tx.one('ingest/claim_import', {
      district_code,
      now: ctx.now.toISOString(),
      wall: ctx.wall.toISOString(),
      until: new Date(ctx.wall.getTime() + lease_seconds * 1000).toISOString(),
    }),
  )
}

async function runImport(parts: Parts, job: ClaimedImport): Promise<void> {
  const sender = await senderOf(parts, job)
  try {
    if (job.attempts > most_attempts) throw new IngestError('imports/interrupted', { attempts: most_attempts })
    await readImport(parts, job, sender)
  } catch (error) {
    if (error instanceof LeaseLost) return
    const wrong: Fault = error instanceof IngestError ? error.fault : fault('imports/unexpected', {})
    await failImport(parts, job, sender, wrong)
    if (!(error instanceof IngestError)) throw error
  }
}

/** Whoever sent the file: named in its audit row and events. The statements themselves run as the system. */
async function senderOf(parts: Parts, { district_code, person_id }: ClaimedImport): Promise<Actor> {
  const found = await parts.run(systemActor(district_code), ({ tx }) =>
    tx.one('ingest/find_sender', { district_code, person_id }),
  )
  if (!found) throw new Error('an import without its sender')
  return {
    role: found.role,
    id: found.id,
    name: found.name_zh,
    organisation_id: found.organisation_id,
    organisation_name: found.organisation_name,
    district_code,
    districts: [district_code],
  }
}
