import type { Queries } from '../db/queries.gen.ts'

export type ClockRow = Queries['rehearsal/list_clocks']['row']
interface Version {
  version: number
  cause: string
  state: string
  card: string
  due_on: string
  valid_from: string
  valid_to: string | null
}

/** What is wrong with one clock by its own ledger: an owner, an unbroken line of versions that ends where the clock stands, each card told once. */
export function clockFaults(clock: ClockRow, raised: number): string[] {
  const faults: string[] = []
  const ledger = (clock.ledger ?? []) as Version[]
  const last = ledger.at(-1)
  if (!clock.is_owned) faults.push('has no owner')
  if (!last) return [...faults, 'has no ledger'].map((fault) => `clock ${clock.id} ${fault}`)
  if (
    last.version !== clock.version ||
    last.state !== clock.state ||
    last.card !== clock.card ||
    last.due_on !== clock.due_on
  )
    faults.push(
      `stands at ${clock.state}/${clock.card}/${clock.due_on}, its ledger ends at ${last.state}/${last.card}/${last.due_on}`,
    )
  if (last.valid_to !== null) faults.push('has a ledger that is closed')
  for (const [i, version] of ledger.entries()) {
    const next = ledger[i + 1]
    if (version.version !== i + 1) faults.push(`misses version ${i + 1}`)
    if (next && version.valid_to !== next.valid_from) faults.push(`has a gap after version ${version.version}`)
  }
  const marked = ledger.filter(({ cause }) => cause === 'marked').length
  if (marked !== raised) faults.push(`was raised ${marked} times, ${raised} cards were told`)
  return faults.map((fault) => `clock ${clock.id} (${clock.kind}) ${fault}`)
}
