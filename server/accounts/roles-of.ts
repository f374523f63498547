import type { MemberRole, OrganisationKind } from '../db/queries.gen.ts'

/** What people of a kind of organisation may be, the usual first: a role beside its organisation would see what is not theirs. */
export const rolesOf: Record<OrganisationKind, readonly MemberRole[]> = {
  authority: ['authority', 'inspector', 'planner'],
  inspection: ['inspector'],
  traffic: ['authority', 'inspector'],
  promoter: ['promoter'],
  contractor: ['promoter'],
  supervisor: ['promoter'],
  utility: ['utility', 'promoter'],
  registry: ['registry'],
  planning: ['planner', 'authority'],
  audit: ['auditor'],
  operator: ['admin'],
}
