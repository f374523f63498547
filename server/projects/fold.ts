import type { PermitStatus, ProjectStage, ProjectStatus, WorksStatus } from '../db/queries.gen.ts'

const endedByAuthority: readonly PermitStatus[] = [
  'revoked',
  'withdrawn_by_authority',
  'cancelled_as_penalty',
  'deregistered',
]
const underReview: readonly PermitStatus[] = [
  'submitted',
  'supplement_requested',
  'application_accepted',
  'special_procedure',
]

/**
 * The stage of a dig project, from the machines under it and nothing else. Works on the ground outrank papers, so an
 * emergency dig is in progress before its permit exists; a refusal (不予许可) leaves the project planned.
 */
export function stageOf(project: ProjectStatus, permit: PermitStatus | null, works: WorksStatus | null): ProjectStage {
  if (project === 'cancelled') return 'cancelled'
  const done = works === 'passed' || works === 'guarantee' || works === 'closed'
  if (permit && endedByAuthority.includes(permit) && !done) return 'terminated'
  if (permit === 'lapsed') return 'lapsed'
  if (works && works !== 'not_started') return works
  if (permit === 'granted' || permit === 'delivered') return 'permitted'
  if (permit && underReview.includes(permit)) return 'permitting'
  if (permit === 'expired') return 'lapsed'
  return 'planned'
}
