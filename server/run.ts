import { randomUUID } from 'node:crypto'
import type { Actor } from './access/actor.ts'
import { appendAudit } from './audit/append.ts'
import type { BusinessClock, Context } from './context.ts'
import { as, become, type DatabaseRole } from './db/become.ts'
import type { Database } from './db/database.ts'
import { bindNames } from './db/query.ts'
import { emitEvent } from './outbox/emit.ts'

export type Run = <T>(actor: Actor, work: (ctx: Context) => Promise<T>, options?: RunOptions) => Promise<T>
export interface RunOptions {
  request_id?: string
  /** Public spatial reads run as dongtu_map, jobs and folds as dongtu_system; everybody else as dongtu_app. */
  as?: DatabaseRole
}

/**
 * The write recipe: one short transaction that becomes the actor, runs the verb, and commits what the verb wrote together
 * with its audit row, its event and its outbox row, or nothing. No network and no file I/O inside.
 */
export function createRun({ db, clock }: { db: Database; clock: BusinessClock }): Run {
  return (actor, work, options = {}) =>
    db.transaction(async (statements) => {
      const role =
        options.as ??
        (actor.role === 'system' ? 'dongtu_system' : actor.role === 'public' ? 'dongtu_map' : 'dongtu_app')
      await become(statements, role, actor)
      const tx = bindNames(statements)
      let inSystem = role === 'dongtu_system'
      const ctx: Context = {
        actor,
        now: clock.now(),
        wall: clock.wall(),
        request_id: options.request_id ?? randomUUID(),
        tx,
        async system(inner) {
          if (inSystem) return inner()
          inSystem = true
          try {
            return await as(statements, 'dongtu_system', role, inner)
          } finally {
            inSystem = false
          }
        },
        emit: (event) => emitEvent(ctx, event),
        audit: (entry) => appendAudit(ctx, entry),
      }
      return work(ctx)
    })
}
