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

/** The chains of every district there is, in order. */
export async function verifyAllChains(run: Run): Promise<(Verdict & { district_code: number })[]> {
  const districts = await run(systemActor(100_000), ({ tx }) => tx.many('audit/list_chain_districts', {}))
  const verdicts = []
  for (const { district_code } of districts)
    for (const verdict of await verifyChains(run, district_code)) verdicts.push({ district_code, ...verdict })
  return verdicts
}

/** The chain may grow while it is read: it must reach the head as it was before, and not pass the head as it is after. */
async function verifyStream(run: Run, district_code: number, stream: 'event' | 'audit'): Promise<Verdict> {
  const findHead = async () =>
    (await run(systemActor(district_code), ({ tx }) => tx.one('audit/find_chain_head', { district_code, stream }))) ?? {
      seq: 0,
      hash: '',
    }
  const before = await findHead()
  let entries = 0
  let previous = ''
  const broken = (): Verdict => ({ stream, entries, intact: false, broken_at: entries + 1, head: previous })
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
      if (!fits) return broken()
      entries = row.seq
      previous = row.hash
      if (entries === before.seq && previous !== before.hash) return broken()
    }
    if (page.length < 1000) break
  }
  const after = await findHead()
  const reaches = entries >= before.seq && entries <= after.seq && (entries !== after.seq || previous === after.hash)
  return reaches ? { stream, entries, intact: true, broken_at: null, head: previous } : broken()
}
