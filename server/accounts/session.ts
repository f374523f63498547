import { systemActor } from '../access/actor.ts'
import { newCredential } from '../access/secret.ts'
import type { Run } from '../run.ts'

/** A working day at a desk; the demo's people stay as long as the demo does. */
const lasts_hours = 12

/** Opens a browser session for a person and returns the cookie's text, its only copy. */
export function openSession(run: Run, person: { district_code: number; person_id: string }): Promise<string> {
  return run(systemActor(person.district_code), async ({ tx, wall }) => {
    const { text, id, secret_hash } = newCredential('dgs', person.district_code)
    await tx.run('accounts/insert_session', {
      ...person,
      id,
      secret_hash,
      created_at: wall.toISOString(),
      expires_at: new Date(wall.getTime() + lasts_hours * 3_600_000).toISOString(),
    })
    return text
  })
}

export function endSession(run: Run, session: { district_code: number; id: string }): Promise<void> {
  return run(systemActor(session.district_code), ({ tx, wall }) =>
    tx.run('accounts/end_session', { ...session, wall: wall.toISOString() }),
  )
}
