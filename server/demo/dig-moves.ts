import type { PermitStatus, Stage, WorksStatus } from './district.ts'

/** A named move of one machine, as the lifecycle knows it, with who makes it and by which law. */
export interface DemoMove {
  machine: 'project' | 'permit' | 'works'
  to: 'registered' | 'cancelled' | PermitStatus | WorksStatus
  by: 'promoter' | 'authority' | 'system'
  event: string
  basis_zh: string
  basis_en: string
}

const road = (article: string) => ({
  basis_zh: `城市道路管理条例 ${article}`,
  basis_en: `Urban Road Regulation, art. ${article}`,
})
const licence = (article: string) => ({
  basis_zh: `行政许可法 ${article}`,
  basis_en: `Administrative Licensing Law, art. ${article}`,
})

/** The moves that the demo's digs have made. */
export const demoMoves = {
  register_plan: { machine: 'project', to: 'registered', by: 'promoter', event: 'project.registered', ...road('33') },
  cancel: { machine: 'project', to: 'cancelled', by: 'promoter', event: 'project.cancelled', ...licence('70') },
  submit: { machine: 'permit', to: 'submitted', by: 'promoter', event: 'permit.submitted', ...road('33') },
  request_supplement: {
    machine: 'permit',
    to: 'supplement_requested',
    by: 'authority',
    event: 'permit.supplement_requested',
    ...licence('32'),
  },
  accept_application: {
    machine: 'permit',
    to: 'application_accepted',
    by: 'authority',
    event: 'permit.application_accepted',
    ...licence('32'),
  },
  start_special_procedure: {
    machine: 'permit',
    to: 'special_procedure',
    by: 'authority',
    event: 'permit.special_procedure_started',
    ...licence('45'),
  },
  grant: { machine: 'permit', to: 'granted', by: 'authority', event: 'permit.granted', ...licence('38') },
  refuse: { machine: 'permit', to: 'refused', by: 'authority', event: 'permit.refused', ...licence('38') },
  deliver: { machine: 'permit', to: 'delivered', by: 'authority', event: 'permit.delivered', ...licence('44') },
  lapse: {
    machine: 'permit',
    to: 'lapsed',
    by: 'system',
    event: 'permit.lapsed',
    basis_zh: '建筑法 9',
    basis_en: 'Construction Law, art. 9',
  },
  revoke: { machine: 'permit', to: 'revoked', by: 'authority', event: 'permit.revoked', ...licence('69') },
  withdraw_by_authority: {
    machine: 'permit',
    to: 'withdrawn_by_authority',
    by: 'authority',
    event: 'permit.withdrawn_by_authority',
    ...licence('8'),
  },
  cancel_as_penalty: {
    machine: 'permit',
    to: 'cancelled_as_penalty',
    by: 'authority',
    event: 'permit.cancelled_as_penalty',
    ...road('42'),
  },
  start: { machine: 'works', to: 'in_progress', by: 'promoter', event: 'works.started', ...road('35') },
  emergency_start: { machine: 'works', to: 'in_progress', by: 'promoter', event: 'works.started', ...road('34') },
  suspend: {
    machine: 'works',
    to: 'suspended',
    by: 'promoter',
    event: 'works.suspended',
    basis_zh: '建筑法 10',
    basis_en: 'Construction Law, art. 10',
  },
  resume: {
    machine: 'works',
    to: 'in_progress',
    by: 'promoter',
    event: 'works.resumed',
    basis_zh: '建筑法 10',
    basis_en: 'Construction Law, art. 10',
  },
  complete: { machine: 'works', to: 'completed', by: 'promoter', event: 'works.completed', ...road('35') },
  pass: { machine: 'works', to: 'passed', by: 'authority', event: 'works.passed', ...road('35') },
  start_guarantee: { machine: 'works', to: 'guarantee', by: 'system', event: 'works.guarantee_started', ...road('18') },
  close: { machine: 'works', to: 'closed', by: 'system', event: 'works.closed', ...road('18') },
} as const satisfies Record<string, DemoMove>

export type DemoMoveName = keyof typeof demoMoves

/** Where the machines under a project stand. */
export interface Machines {
  project: 'registered' | 'cancelled'
  permit: PermitStatus | null
  works: WorksStatus
}

/** A project's stage from its machines: the same fold as server/projects, checked against it by a test. */
export function stageOf({ project, permit, works }: Machines): Stage {
  if (project === 'cancelled') return 'cancelled'
  if (permit === 'revoked' || permit === 'withdrawn_by_authority' || permit === 'cancelled_as_penalty')
    return 'terminated'
  if (works !== 'not_started') return works
  if (permit === 'lapsed' || permit === 'expired') return 'lapsed'
  if (permit === 'granted' || permit === 'delivered') return 'permitted'
  if (
    permit === null ||
    permit === 'draft' ||
    permit === 'refused' ||
    permit === 'not_accepted' ||
    permit === 'cancelled'
  )
    return 'planned'
  return 'permitting'
}
