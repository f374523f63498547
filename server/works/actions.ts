import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf } from '../machine/machine.ts'
import { approvalsGuard } from './approvals-guard.ts'
import { completeGuard } from './complete.ts'
import { closeGuard } from './guarantee.ts'
import { findWorks } from './move.ts'
import { resumeGuard } from './resume.ts'
import { startGuard } from './start.ts'
import { worksMachine } from './states.ts'

/** Moves with a way of their own: an emergency is filed, a guarantee grows with a repair. */
const elsewhere = new Set(['works.start_emergency', 'works.extend_guarantee'])

/** What this caller could do next with the works of a project; starting and completing say what is still in the way. */
export const worksActions: ActionSource = async (ctx, project) => {
  if (project.status !== 'registered' || ['terminated', 'lapsed'].includes(project.stage)) return []
  const works = await findWorks(ctx, project)
  const role = ctx.actor.role
  const foreign =
    role === 'authority' && works.authority_id !== ctx.actor.organisation_id ? 'works/other-authority' : null
  const guards = {
    ...Object.fromEntries(Object.keys(worksMachine.moves).map((name) => [name, foreign])),
    ...(role === 'promoter' && works.status === 'not_started' ? { start: (await startGuard(ctx, works)).reason } : {}),
    ...(!foreign && works.status === 'suspended' ? { resume: (await resumeGuard(ctx, works)).reason } : {}),
    ...(role === 'promoter' && works.status === 'in_progress' ? { complete: await completeGuard(ctx, works) } : {}),
    ...(!foreign && works.status === 'completed' && role === 'authority'
      ? { pass: await approvalsGuard(ctx, works, 'works.pass') }
      : {}),
    ...(!foreign && works.status === 'guarantee' ? { close: await closeGuard(ctx, works) } : {}),
  }
  const base = `/api/projects/${publicId('prj', project.district_code, project.id)}`
  return actionsOf(worksMachine, works.status, role, (name) => `${base}/${name.replaceAll('_', '-')}`, guards)
    .filter(({ name }) => !elsewhere.has(name))
    .map((action) => ({ ...action, version: project.version }))
}
