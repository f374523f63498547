import { systemActor } from '../access/actor.ts'
import type { Run } from '../run.ts'
import { chainHash } from './hash.ts'

export interface Verdict {
  stream: 'event' | 'audit'
  entries: number
  intact: boolean
  /** The first number whose content, number or link does not fit; null when the chain holds. */
  broken_at: number | null
  head: string
}

/** Recomputes a district's two chains from their first entry, in pages. Says where the first break is. */
export async function verifyChains(run: Run, district_code: number): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const stream of ['event', 'audit'] as const) verdicts.push(await verifyStream(run, district_code, stream))
  return verdicts
}

async function verifyStream(run: Run, district_code: number, stream: 'event' | 'audit'): Promise<Verdict> {
  let entries = 0
  let previous = ''
  for (;;) {
    const page = await run(systemActor(district_code), ({ tx }) =>
      tx.many(stream === 'event' ? 'audit/list_sequenced_events' : 'audit/list_sequenced_audits', {
        district_code,
        after: entries,
        limit: 1000,
      }),
    )
    for (const row of page) {
      const fits =
        row.seq === entries + 1 && row.prev_hash === previous && row.hash === chainHash(previous, row.seq, row.content)
      if (!fits) return { stream, entries, intact: false, broken_at: entries + 1, head: previous }
      entries = row.seq
      previous = row.hash
    }
    if (page.length < 1000) break
  }
  const head = await run(systemActor(district_code), ({ tx }) =>
    tx.one('audit/find_chain_head', { district_code, stream }),
  )
  const intact = (head?.seq ?? 0) === entries && (head?.hash ?? '') === previous
  return { stream, entries, intact, broken_at: intact ? null : entries + 1, head: previous }
}
