import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { machines } from '../machines.ts'
import { stageOf } from '../projects/fold.ts'
import type { Run } from '../run.ts'
import { clockFaults, type ClockRow } from './clock-faults.ts'

export interface Recounted {
  events: number
  digs: number
  clocks: number
  /** Digs by stage, as the events tell it. */
  stages: Record<string, number>
  /** Digs by card, as the running clocks tell it. */
  cards: Record<string, number>
  /** Whatever does not agree, in words; empty when all does. */
  faults: string[]
}
type EventRow = Queries['rehearsal/list_events']['row']
type Dig = Queries['rehearsal/list_digs']['row']

const page = 1000
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Counts a district again from its event log alone, in plain code: every machine's state, every dig's stage and card, every clock's
 * ledger; and says where the stored rows differ. Reads everything, writes nothing.
 */
export async function recountDistrict(run: Run, district_code: number): Promise<Recounted> {
  return run(systemActor(district_code), async (ctx) => {
    const faults: string[] = []
    const replayed = await replay(ctx, district_code, faults)
    const { states, raised, events } = replayed
    await compareStates(ctx, district_code, states, faults)
    const worst = new Map<string, ClockRow>()
    let clocks = 0
    for await (const clock of pages(ctx, 'rehearsal/list_clocks', { district_code })) {
      clocks += 1
      faults.push(...clockFaults(clock, raised.get(clock.id) ?? 0))
      if (clock.project_id && clock.state === 'running' && clock.card !== 'none') {
        const known = worst.get(clock.project_id)
        if (!known || isWorse(clock, known)) worst.set(clock.project_id, clock)
      }
    }
    const stages: Record<string, number> = {}
    const cards: Record<string, number> = {}
    let digs = 0
    for await (const dig of pages(ctx, 'rehearsal/list_digs', { district_code })) {
      digs += 1
      const told = {
        stage: stageOfDig(dig, replayed),
        card: worst.get(dig.id)?.card ?? 'none',
        owner: worst.get(dig.id)?.owner ?? null,
      }
      stages[told.stage] = (stages[told.stage] ?? 0) + 1
      cards[told.card] = (cards[told.card] ?? 0) + 1
      if (dig.stage !== told.stage) faults.push(`dig ${dig.id} is stored as ${dig.stage}, the events say ${told.stage}`)
      if (dig.card !== told.card || dig.card_owner !== told.owner)
        faults.push(
          `dig ${dig.id} shows ${dig.card} of ${dig.card_owner}, its clocks say ${told.card} of ${told.owner}`,
        )
    }
    return { events, digs, clocks, stages, cards, faults }
  })
}

interface Told {
  /** `kind id` → status */
  states: Map<string, string>
  /** project → its permits, in the order in which they were first heard of */
  begun: Map<string, { permits: string[]; works: string | null }>
  /** permit → how it had ended before it was struck off the register: deregistration ends only what still stood */
  ended: Map<string, string>
  /** clock → how many cards were raised on it */
  raised: Map<string, number>
  events: number
}

async function replay(ctx: Context, district_code: number, faults: string[]): Promise<Told> {
  const told: Told = { states: new Map(), begun: new Map(), ended: new Map(), raised: new Map(), events: 0 }
  const known = new Map(machines.map(({ subject_kind, moves }) => [subject_kind as string, statesOf(moves)]))
  for (let after = 0; ;) {
    const rows = await ctx.tx.many('rehearsal/list_events', { district_code, after, limit: page })
    for (const row of rows) note(told, row, known, faults)
    told.events += rows.length
    if (rows.length < page) return told
    after = rows.at(-1)!.seq
  }
}

/** An event of a move says from where to where; the first one of a subject also says that it exists. */
function note(told: Told, row: EventRow, known: Map<string, Set<string>>, faults: string[]): void {
  if (row.type === 'clock.turned_yellow' || row.type === 'clock.turned_red')
    told.raised.set(row.subject_id, (told.raised.get(row.subject_id) ?? 0) + 1)
  const { from, to } = row.data as { from?: string; to?: string }
  const states = known.get(row.subject_kind)
  if (!states || !to || row.type === 'project.stage_changed') return
  const subject = `${row.subject_kind} ${row.subject_id}`
  const before = told.states.get(subject)
  if (before !== undefined && from !== before) faults.push(`${subject} left ${from} but had last come to ${before}`)
  if (!states.has(to)) faults.push(`${subject} came to ${to}, which no move of its table leads to`)
  told.states.set(subject, to)
  if (to === 'deregistered' && from && from !== 'granted' && from !== 'delivered') told.ended.set(row.subject_id, from)
  if (!row.project_id) return
  const of = told.begun.get(row.project_id) ?? { permits: [], works: null }
  told.begun.set(row.project_id, of)
  if (row.subject_kind === 'permit' && !of.permits.includes(row.subject_id)) of.permits.push(row.subject_id)
  if (row.subject_kind === 'works') of.works = row.subject_id
}

function statesOf(moves: Record<string, { from: readonly string[]; to: string }>): Set<string> {
  return new Set(Object.values(moves).flatMap(({ from, to }) => [...from, to]))
}

async function compareStates(
  ctx: Context,
  district_code: number,
  states: Map<string, string>,
  faults: string[],
): Promise<void> {
  let after = { after_kind: '', after_id: first }
  for (;;) {
    const rows = await ctx.tx.many('rehearsal/list_subjects', { district_code, ...after, limit: page })
    for (const { kind, id, status } of rows) {
      const told = states.get(`${kind} ${id}`)
      if (told !== undefined && told !== status)
        faults.push(`${kind} ${id} is stored as ${status}, the events say ${told}`)
    }
    const last = rows.at(-1)
    if (!last || rows.length < page) return
    after = { after_kind: last.kind, after_id: last.id }
  }
}

function stageOfDig(dig: Dig, { states, begun, ended }: Told): string {
  const { permits = [], works = null } = begun.get(dig.id) ?? {}
  const last = permits.at(-1)
  const permit = last && (ended.get(last) ?? states.get(`permit ${last}`))
  const project = states.get(`project ${dig.id}`) ?? 'registered'
  return stageOf(
    project as never,
    (permit ?? null) as never,
    ((works && states.get(`works ${works}`)) ?? null) as never,
  )
}

function isWorse(clock: ClockRow, known: ClockRow): boolean {
  if (clock.card !== known.card) return clock.card === 'red'
  return clock.due_on === known.due_on ? clock.id < known.id : clock.due_on < known.due_on
}

async function* pages<N extends 'rehearsal/list_clocks' | 'rehearsal/list_digs'>(
  ctx: Context,
  name: N,
  of: { district_code: number },
): AsyncGenerator<Queries[N]['row']> {
  for (let after = first; ;) {
    const rows = (await ctx.tx.many(name, { ...of, after, limit: page })) as (Queries[N]['row'] & { id: string })[]
    yield* rows
    if (rows.length < page) return
    after = rows.at(-1)!.id
  }
}
