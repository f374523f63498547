import type { Context } from '../context.ts'
import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf, type Action } from '../machine/machine.ts'
import { overdigMachine } from './overdig-states.ts'

/** What this caller could do about an over-dig of a project: another authority's is off. */
export const surveyActions: ActionSource = async (ctx, project) => {
  const found = await ctx.tx.one('surveys/show_case', {
    district_code: project.district_code,
    project_id: project.id,
  })
  return found ? caseActions(ctx, found) : []
}

export function caseActions(
  ctx: Context,
  row: { district_code: number; id: string; status: 'open' | 'settled'; version: number; authority_id: string },
): Action[] {
  const { role, organisation_id } = ctx.actor
  const foreign = role === 'authority' && row.authority_id !== organisation_id ? 'surveys/other-authority' : null
  const base = `/api/overdigs/${publicId('odc', row.district_code, row.id)}`
  return actionsOf(overdigMachine, row.status, role, (name) => `${base}/${name}`, { settle: foreign }).map(
    (action) => ({ ...action, version: row.version }),
  )
}
