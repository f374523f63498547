import { setTimeout as waitFor } from 'node:timers/promises'
import type { Hono } from 'hono'
import { createAccountBook, type SimulatedAccount } from './account-book.ts'
import { utilityApp } from './app.ts'
import { demo_pace, type Behaviour, type Pace } from './behaviours.ts'
import { createJournal, type Job } from './journal.ts'
import type { SimulatedKind } from './kinds.ts'
import type { Platform } from './platform.ts'
import { work } from './work.ts'

export interface UtilityOptions {
  kind: SimulatedKind
  platform: Platform
  webhook_secret: string
  accounts?: readonly SimulatedAccount[]
  /** Accounts that nobody entered exist and owe nothing. */
  is_open_book?: boolean
  /** Its code at the platform; a precheck for another is refused. Any code passes when it is not given. */
  unit_code?: string
  behaviour?: Behaviour
  /** Behaviour `down`: how many requests find nobody. */
  refusals?: number
  journal_path?: string
  pace?: Pace
  random?: () => number
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>
  now?: () => Date
}

export interface Utility {
  app: Hono
  behave(behaviour: Behaviour): void
  /** Takes a secret that was learned after the start: the subscription needs the address first. */
  trust(webhook_secret: string): void
  /** Goes on with what the journal holds open. */
  resume(): void
  /** Resolves when no work is under way. */
  idle(): Promise<void>
  /** What it did, oldest first: the last 500 things. No personal data. */
  told: { what: string; [fact: string]: unknown }[]
  stop(): Promise<void>
}

/** A utility of its own: it knows the platform by its public API and its webhooks, and nothing else. */
export function createUtility(options: UtilityOptions): Utility {
  const book = createAccountBook(options.accounts ?? [], options.is_open_book)
  const journal = createJournal(options.journal_path)
  const stopping = new AbortController()
  const under_way = new Set<Promise<void>>()
  const told: Utility['told'] = []
  const state = {
    behaviour: options.behaviour ?? 'prompt',
    refusals: options.refusals ?? 3,
    webhook_secret: options.webhook_secret,
  }
  const wait = options.wait ?? ((ms, signal) => waitFor(ms, undefined, { signal, ref: false }))
  const tell = (what: string, facts: Record<string, unknown> = {}) => {
    told.push({ what, ...facts })
    if (told.length > 500) told.shift()
  }
  const tools = {
    platform: options.platform,
    journal,
    book,
    tell,
    pace: options.pace ?? demo_pace,
    random: options.random ?? Math.random,
    behaviour: () => state.behaviour,
    wait: async (ms: number) => {
      await wait(ms, stopping.signal)
      stopping.signal.throwIfAborted()
    },
  }
  const start = (job: Job) => {
    const running = work(tools, job)
      .catch((error: Error) => tell('stopped', { reason: error.name }))
      .finally(() => under_way.delete(running))
    under_way.add(running)
  }
  const isDown = () => state.behaviour === 'down' && state.refusals-- > 0
  const behave = (behaviour: Behaviour) => {
    state.behaviour = behaviour
    state.refusals = options.refusals ?? 3
  }

  return {
    app: utilityApp({ ...options, state, book, journal, told, tell, behave, start, isDown }),
    behave,
    trust: (webhook_secret) => {
      state.webhook_secret = webhook_secret
    },
    told,
    resume: () => journal.open().forEach(start),
    idle: async () => {
      while (under_way.size > 0) await Promise.all(under_way)
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(under_way)
    },
  }
}
