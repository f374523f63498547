import { isStaff, type Actor } from '../access/actor.ts'

/** Who may see something in a layer; which features follows from the eyes, inside the layer's SQL. */
export type Audience = 'everyone' | 'digs' | 'owners' | 'staff'

/** With whose eyes a tile is made: callers with the same eyes share its bytes. */
export interface Eyes {
  name: string
  /** Districts whose features are all seen, public or not. */
  staff_codes: number[]
  /** Whose own features are seen besides. */
  organisation_id: string | null
}

/**
 * The eyes a caller has for a layer, or null when they see nothing in it. Staff see all of their districts; organisations see what is public
 * and their own; `owners` and `staff` layers show nothing to anybody else. The rows agree with sql/policies of the same tables.
 */
export function eyesOf(audience: Audience, actor: Actor): Eyes | null {
  if (audience === 'everyone') return { name: 'everyone', staff_codes: [], organisation_id: null }
  if (isStaff(actor)) {
    const staff_codes = actor.districts.toSorted((a, b) => a - b)
    return { name: `staff ${staff_codes.join(',')}`, staff_codes, organisation_id: null }
  }
  if (audience !== 'staff' && actor.organisation_id)
    return { name: `organisation ${actor.organisation_id}`, staff_codes: [], organisation_id: actor.organisation_id }
  return audience === 'digs' ? { name: 'public', staff_codes: [], organisation_id: null } : null
}
