import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf, type Action } from '../machine/machine.ts'
import { applicable } from './apply.ts'
import { permitMachine } from './states.ts'

/** What this caller could do next with the permits of a project. The authority acts only on what is its own to decide. */
export const permitActions: ActionSource = async (ctx, project) => {
  const actions: Action[] = []
  if (ctx.actor.role === 'promoter' && applicable(project)) {
    const open = await ctx.tx.one('permits/find_open_permit', {
      district_code: project.district_code,
      project_id: project.id,
    })
    if (!open)
      actions.push({
        name: 'permit.apply',
        href: `/api/projects/${publicId('prj', project.district_code, project.id)}/apply`,
        method: 'POST',
        allowed: true,
        reason: null,
        input: {},
      })
  }
  for (const permit of await ctx.tx.many('permits/list_permits', {
    district_code: project.district_code,
    project_id: project.id,
  })) {
    const foreign =
      ctx.actor.role === 'authority' && permit.authority_id !== ctx.actor.organisation_id
        ? 'permits/other-authority'
        : null
    const moves = actionsOf(
      permitMachine,
      permit.status,
      ctx.actor.role,
      (name) => `/api/permits/${publicId('per', permit.district_code, permit.id)}/${name.replaceAll('_', '-')}`,
      {
        ...Object.fromEntries(Object.keys(permitMachine.moves).map((name) => [name, foreign])),
        ...(permit.supplement_items ? { request_supplement: 'permits/supplement-asked-once' } : {}),
      },
    )
    actions.push(
      ...moves.filter((move) => move.name !== 'permit.submit').map((move) => ({ ...move, version: permit.version })),
    )
  }
  return actions
}
