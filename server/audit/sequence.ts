import { systemActor } from '../access/actor.ts'
import type { Run } from '../run.ts'
import { chainHash } from './hash.ts'

const batch = 500

/**
 * Numbers and hashes what was committed in one district, events and audit each in its own chain, and returns how many.
 * The chain's head is locked, so two processes take turns; rows that commit late simply get the next number.
 */
export async function sequenceDistrict(run: Run, district_code: number): Promise<number> {
  let numbered = 0
  for (const stream of ['event', 'audit'] as const) {
    for (let taken = batch; taken === batch; numbered += taken) taken = await sequenceBatch(run, district_code, stream)
  }
  return numbered
}

function sequenceBatch(run: Run, district_code: number, stream: 'event' | 'audit'): Promise<number> {
  return run(systemActor(district_code), async ({ tx }) => {
    await tx.run('audit/ensure_chain_head', { district_code, stream })
    const head = (await tx.one('audit/lock_chain_head', { district_code, stream }))!
    const rows = await tx.many(stream === 'event' ? 'audit/list_unsequenced_events' : 'audit/list_unsequenced_audits', {
      district_code,
      limit: batch,
    })
    if (rows.length === 0) return 0
    let { seq, hash } = head
    const links = rows.map((row) => {
      const prev_hash = hash
      seq += 1
      hash = chainHash(prev_hash, seq, row.content)
      return { id: row.id, seq, prev_hash, hash }
    })
    const link = { district_code, links: JSON.stringify(links) }
    await tx.run(stream === 'event' ? 'audit/link_events' : 'audit/link_audits', link)
    await tx.run('audit/move_chain_head', { district_code, stream, seq, hash })
    return rows.length
  })
}
