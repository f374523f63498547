import type { Actor } from '../access/actor.ts'
import type { OpenId } from '../access/open-id.ts'
import type { Keys } from '../access/seal.ts'
import type { Config } from '../config.ts'
import type { BusinessClock, Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { Hub } from '../live/hub.ts'
import type { Action } from '../machine/machine.ts'
import type { Run, RunOptions } from '../run.ts'
import type { FileStore } from '../store/file-store.ts'

/** A room's answer to "what could this caller do next with this project?". Collected in server/routes.ts. */
export type ActionSource = (ctx: Context, project: Queries['projects/find_project']['row']) => Promise<Action[]>

/** What the application is made of; the composition root builds it, rooms receive it. */
export interface Parts {
  db: Database
  clock: BusinessClock
  config: Config
  keys: Keys
  run: Run
  /** Where the bytes of attachments and exports live. */
  store: FileStore
  /** The issuer that people may sign in at; null where there is none. */
  openId: OpenId | null
  /** Looks through a file before it is kept: what it found, or null. Without one nothing is scanned. */
  scan?: (path: string) => Promise<string | null>
  /** The synthetic demo is loaded and the listener is a loopback address. */
  demo: boolean
  actions: readonly ActionSource[]
  /** Open pages, told which ids changed. */
  hub: Hub
  /** Whether everything that follows a start is done. */
  ready(): boolean
  /** Moves the business clock (demo only) and runs the clock table; null where there is no demo. */
  turnClock: ((to: Date) => Promise<void>) | null
}

/** What every handler finds on its request. */
export interface Env {
  Variables: {
    actor: Actor
    locale: 'zh-CN' | 'en'
    request_id: string
    session_id: string | null
    parts: Parts
    /** Runs a verb as the caller, in one transaction. */
    run: <T>(work: (ctx: Context) => Promise<T>, options?: RunOptions) => Promise<T>
  }
}
