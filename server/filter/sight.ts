import { isStaff, type Actor } from '../access/actor.ts'
import type { Audience } from './collections.ts'

/** Whose rows a caller sees besides the public ones; what the statements of sql/filter compare. They agree with sql/policies. */
export interface Sight {
  /** Districts whose rows are all seen, public or not. */
  staff_codes: number[]
  /** Whose own rows are seen. */
  organisation_id: string | null
}

/** Staff see all of their districts; everybody else what is public and their organisation's own. */
export function sightOf(actor: Actor): Sight {
  return isStaff(actor)
    ? { staff_codes: actor.districts, organisation_id: null }
    : { staff_codes: [], organisation_id: actor.organisation_id }
}

/** Whether the caller may ask for a collection of this audience at all. */
export function mayAsk(audience: Audience, actor: Actor): boolean {
  if (audience === 'everyone' || isStaff(actor)) return true
  return audience === 'owners' && actor.role === 'utility'
}
