import { isStaff, type Actor } from '../access/actor.ts'
import { Problem } from './problem.ts'

/** Refuses whoever is not of the administration: 401 who has not said who they are, 403 with the room's own code everybody else. Answers who it is. */
export function staffOnly(actor: Actor, refusal: string): Actor {
  if (actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (!isStaff(actor)) throw new Problem(403, refusal)
  return actor
}
