import { systemActor } from '../access/actor.ts'
import { sequenceDistrict, type NumberedEvent } from '../audit/sequence.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Parts } from '../http/environment.ts'

export type CommittedEvent = Queries['outbox/take_outbox']['row'] & { district_code: number }
/** What answers an event inside the relay's transaction; a failure postpones the event, and only that one. */
export type Reaction = (ctx: Context, event: CommittedEvent) => Promise<unknown>

export interface Relay {
  /** Numbers and hands on everything that is due now. Returns how many events were handed on. */
  turn(): Promise<number>
  stop(): Promise<void>
}

const pollEvery_ms = 2000
const longestWait_s = 600

/**
 * Carries committed events on: the sequencer numbers them, and `onNumbered` tells the live streams at once, all events of an act
 * together; then reactions run once each in one transaction with the mark that they have run, and `onPassed` hears of it.
 * Woken by NOTIFY; polls anyway, so nothing depends on the hint.
 */
export async function startRelay(
  parts: Pick<Parts, 'db' | 'run' | 'clock'>,
  react: Reaction,
  onPassed: (event: CommittedEvent) => void,
  onNumbered?: (events: NumberedEvent[]) => void,
): Promise<Relay> {
  let running: Promise<number> | null = null
  let queued: Promise<number> | null = null
  let stopped = false
  // A turn asked for while one runs is one more turn after it: what was committed meanwhile is in it.
  const turn = (): Promise<number> => {
    if (!running) return (running = work().finally(() => (running = null)))
    queued ??= running
      .catch(() => 0)
      .then(() => {
        queued = null
        return stopped ? 0 : turn()
      })
    return queued
  }
  const work = async () => {
    let passed = 0
    for (const district_code of await dueDistricts(parts))
      passed += await relayDistrict(parts, district_code, { react, onPassed, onNumbered, isStopped: () => stopped })
    return passed
  }
  const unlisten = await parts.db.listen('dongtu_event', () => void turn().catch(() => undefined))
  const timer = setInterval(() => void turn().catch(() => undefined), pollEvery_ms)
  timer.unref()
  return {
    turn,
    async stop() {
      stopped = true
      clearInterval(timer)
      await unlisten()
      await (queued ?? running)?.catch(() => undefined)
    },
  }
}

interface Hearers {
  react: Reaction
  onPassed?: (event: CommittedEvent) => void
  onNumbered?: (events: NumberedEvent[]) => void
  isStopped?: () => boolean
}

/** Numbers what is committed in a district, and hands on what is due there now. Returns how many events were handed on. */
export async function relayDistrict(
  parts: Pick<Parts, 'run' | 'clock'>,
  district_code: number,
  { react, onPassed, onNumbered, isStopped = () => false }: Hearers,
): Promise<number> {
  await sequenceDistrict(parts.run, district_code, onNumbered)
  for (let passed = 0; ; passed += 1) {
    const event = isStopped() ? null : await passOne(parts, district_code, react)
    if (!event) return passed
    onPassed?.(event)
  }
}

/** One event: its reactions and its mark are one transaction. Null when nothing is due. A failure is remembered and tried later. */
async function passOne(
  parts: Pick<Parts, 'run' | 'clock'>,
  district_code: number,
  react: Reaction,
): Promise<CommittedEvent | null> {
  const system = systemActor(district_code)
  let taken: CommittedEvent | null = null
  try {
    await parts.run(system, async (ctx) => {
      const wall = ctx.wall.toISOString()
      const row = await ctx.tx.one('outbox/take_outbox', { district_code, wall })
      if (!row) return
      taken = { ...row, district_code }
      await react(ctx, taken)
      await ctx.tx.run('outbox/finish_outbox', { district_code, event_id: row.event_id, wall })
    })
  } catch (error) {
    if (!taken) throw error
    const { event_id, attempts } = taken as CommittedEvent
    const wait_s = Math.min(2 ** attempts, longestWait_s)
    const next_at = new Date(parts.clock.wall().getTime() + wait_s * 1000).toISOString()
    await parts.run(system, ({ tx }) =>
      tx.run('outbox/postpone_outbox', {
        district_code,
        event_id,
        next_at,
        error: String((error as Error).message).slice(0, 500),
      }),
    )
    return passOne(parts, district_code, react)
  }
  return taken
}

async function dueDistricts({ run, clock }: Pick<Parts, 'run' | 'clock'>): Promise<number[]> {
  const rows = await run(systemActor(100_000), ({ tx }) =>
    tx.many('outbox/list_districts_due', { wall: clock.wall().toISOString() }),
  )
  return rows.map((row) => row.district_code)
}
