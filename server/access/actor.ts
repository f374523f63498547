import type { MemberRole } from '../db/queries.gen.ts'

export type ActorRole = MemberRole | 'public' | 'system'

/** Who acts. `districts` are those whose rows staff may see; the public and the system have no organisation. */
export interface Actor {
  role: ActorRole
  id: string | null
  name: string | null
  /** for the page alone: records keep the one name of the register */
  name_en?: string
  organisation_id: string | null
  organisation_name: string | null
  organisation_name_en?: string
  district_code: number
  districts: number[]
  /** Set when a person of a counter acts in a firm's name: `id` and `name` are the person's, the organisation is the firm's, and this is where the person works. */
  agent?: { mandate_id: string; role: MemberRole; organisation_id: string; organisation_name: string }
}

/** Who works for the district. The same roles as app_is_staff() in sql/functions/app_settings.sql. */
export const isStaff = ({ role }: Pick<Actor, 'role'>): boolean =>
  ['authority', 'inspector', 'planner', 'auditor', 'admin'].includes(role)

export const publicActor = (district_code: number): Actor => nobody('public', district_code)
export const systemActor = (district_code: number): Actor => nobody('system', district_code)

function nobody(role: 'public' | 'system', district_code: number): Actor {
  return {
    role,
    id: null,
    name: null,
    organisation_id: null,
    organisation_name: null,
    district_code,
    districts: [district_code],
  }
}
