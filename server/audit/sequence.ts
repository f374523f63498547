import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Run } from '../run.ts'
import { chainHash } from './hash.ts'

const batch = 500

/** An event as it is told when it has got its number. */
export type NumberedEvent = Omit<Queries['audit/list_unsequenced_events']['row'], 'content'> & { district_code: number }

/**
 * Numbers and hashes what was committed in one district, events and audit each in its own chain, and returns how many.
 * The chain's head is locked, so two processes take turns; rows that commit late simply get the next number.
 * `onNumbered` hears of events as soon as their numbers are committed, before the audit's turn.
 */
export async function sequenceDistrict(
  run: Run,
  district_code: number,
  onNumbered: (events: NumberedEvent[]) => void = () => undefined,
): Promise<number> {
  const page = { district_code, limit: batch }
  let numbered = 0
  for (let taken = batch; taken === batch; numbered += taken) {
    const events = await sequenceBatch(run, district_code, 'event', ({ tx }) =>
      tx.many('audit/list_unsequenced_events', page),
    )
    taken = events.length
    if (taken > 0) onNumbered(events.map((event) => ({ ...event, district_code })))
  }
  for (let taken = batch; taken === batch; numbered += taken) {
    const audits = await sequenceBatch(run, district_code, 'audit', ({ tx }) =>
      tx.many('audit/list_unsequenced_audits', page),
    )
    taken = audits.length
  }
  return numbered
}

function sequenceBatch<Row extends { id: string; content: Record<string, unknown> }>(
  run: Run,
  district_code: number,
  stream: 'event' | 'audit',
  list: (ctx: Context) => Promise<Row[]>,
): Promise<Row[]> {
  return run(systemActor(district_code), async (ctx) => {
    const { tx } = ctx
    await tx.run('audit/ensure_chain_head', { district_code, stream })
    const head = (await tx.one('audit/lock_chain_head', { district_code, stream }))!
    const rows = await list(ctx)
    if (rows.length === 0) return rows
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
    return rows
  })
}
