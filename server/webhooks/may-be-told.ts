import type { MemberRole } from '../db/queries.gen.ts'

export interface Subscriber {
  /** Its home district. */
  district_code: number
  organisation_id: string
  role: MemberRole
}

export interface Told {
  district_code: number
  organisation_id: string | null
  promoter_id: string | null
  utility_id: string | null
  registry_id: string | null
  is_personal: boolean
}

const staff: readonly MemberRole[] = ['authority', 'inspector', 'planner', 'auditor', 'admin']

/**
 * Whether a subscriber may be told of an event: exactly when it could read it. The same rule as sql/policies/event.sql, which a subscription
 * cannot pass through because nobody has signed in; a test compares the two for every role.
 */
export function mayBeTold(subscriber: Subscriber, event: Told): boolean {
  const { organisation_id, role, district_code } = subscriber
  const parties = [event.organisation_id, event.promoter_id, event.utility_id, event.registry_id]
  if (parties.includes(organisation_id)) return true
  if (district_code !== event.district_code) return false
  return role === 'auditor' || (staff.includes(role) && !event.is_personal)
}
