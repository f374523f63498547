import type { Actor } from '../access/actor.ts'
import { appendAudit } from '../audit/append.ts'
import type { Context } from '../context.ts'
import { emitEvent } from '../outbox/emit.ts'

/** The same transaction at another time, in another's name. */
export function contextAt(ctx: Context, now: Date, actor: Actor): Context {
  const then: Context = {
    ...ctx,
    actor,
    now,
    wall: now,
    emit: (event) => emitEvent(then, event),
    audit: (entry) => appendAudit(then, entry),
  }
  return then
}
