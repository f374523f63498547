import { systemActor, type Actor } from '../access/actor.ts'
import { districtCode } from './organisations.ts'

type Named = { id: string; name_zh: string }

/** Somebody of an organisation of the demo, in a role: the person when one is named, else only the organisation. */
export const actorOf = (organisation: Named, role: Actor['role'], person?: Named): Actor => ({
  ...systemActor(districtCode),
  role,
  organisation_id: organisation.id,
  organisation_name: organisation.name_zh,
  ...(person ? { id: person.id, name: person.name_zh } : {}),
})
