import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf } from '../machine/machine.ts'
import { reinstatementMachine } from './reinstatement-states.ts'

/** What this caller could do about an interim reinstatement of a project. */
export const reinstatementActions: ActionSource = async (ctx, project) => {
  const { district_code } = project
  const row = await ctx.tx.one('works/find_reinstatement_of', { district_code, project_id: project.id })
  if (!row) return []
  const { role, organisation_id } = ctx.actor
  const foreign = role === 'authority' && row.authority_id !== organisation_id ? 'works/other-authority' : null
  const base = `/api/reinstatements/${publicId('rst', district_code, row.id)}`
  return actionsOf(reinstatementMachine, row.status, role, (name) => `${base}/${name.replaceAll('_', '-')}`, {
    make_permanent: foreign,
  }).map((action) => ({ ...action, version: row.version }))
}
