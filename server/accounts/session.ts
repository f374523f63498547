import { systemActor } from '../access/actor.ts'
import { newCredential } from '../access/secret.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { Run } from '../run.ts'

/** A working day at a desk; the demo's people stay as long as the demo does. */
const lasts_hours = 12

/**
 * Opens a browser session for a person and returns the cookie's text, its only copy. An `id` of the caller's can be used
 * once: what it stands for opens no second session. Runs as the system.
 */
export async function openSession(
  ctx: Context,
  person: { district_code: number; person_id: string },
  own_id?: string,
): Promise<string> {
  const { text, id, secret_hash } = newCredential('dgs', person.district_code, own_id)
  const opened = await ctx.tx.one('accounts/insert_session', {
    ...person,
    id,
    secret_hash,
    created_at: ctx.wall.toISOString(),
    expires_at: new Date(ctx.wall.getTime() + lasts_hours * 3_600_000).toISOString(),
  })
  if (!opened) throw new Problem(401, 'accounts/oidc-expired')
  return text
}

export function endSession(run: Run, session: { district_code: number; id: string }): Promise<void> {
  return run(systemActor(session.district_code), ({ tx, wall }) =>
    tx.run('accounts/end_session', { ...session, wall: wall.toISOString() }),
  )
}
