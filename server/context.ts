import type { Actor } from './access/actor.ts'
import type { NewAudit } from './audit/append.ts'
import type { Tx } from './db/query.ts'
import type { NewEvent } from './outbox/emit.ts'

/** All that a verb may use from outside: who, when, the transaction, and the two things every write leaves behind. */
export interface Context {
  actor: Actor
  /** Business time (wall clock + the stored offset). */
  now: Date
  /** The machine's clock: for record-keeping, signatures, sessions, retries. */
  wall: Date
  request_id: string
  tx: Tx
  /** Runs `work` as the database's system role, inside the same transaction: folds, clocks, routing. */
  system<T>(work: () => Promise<T>): Promise<T>
  emit(event: NewEvent): Promise<string>
  audit(entry: NewAudit): Promise<void>
}

export interface BusinessClock {
  now(): Date
  wall(): Date
}
