import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf, type Action } from '../machine/machine.ts'
import { assessRefusal } from './assess-fee.ts'
import { feeMachine } from './fee-states.ts'

/** What an authority could do about the fees of a project: assess, book as paid, waive. */
export const feeActions: ActionSource = async (ctx, project) => {
  if (ctx.actor.role !== 'authority') return []
  const { district_code } = project
  const of = { district_code, project_id: project.id }
  const fees = await ctx.tx.many('restrictions/list_fees', of)
  const actions: Action[] = []
  for (const permit of await ctx.tx.many('restrictions/list_charged_permits', of)) {
    const fee = fees.find(({ permit_id }) => permit_id === permit.id) ?? null
    if (!fee && permit.has_tariff && assessRefusal(ctx, permit, fee) === null)
      actions.push({
        name: 'permit_fee.assess',
        href: `/api/fees/${publicId('per', district_code, permit.id)}/assess`,
        method: 'POST',
        allowed: true,
        reason: null,
        input: {},
      })
    if (!fee) continue
    const foreign = fee.authority_id === ctx.actor.organisation_id ? null : 'restrictions/other-authority'
    const href = `/api/fees/${publicId('fee', district_code, fee.id)}`
    actions.push(
      ...actionsOf(feeMachine, fee.status, ctx.actor.role, (name) => `${href}/${name}`, {
        settle: foreign,
        waive: foreign,
      }).map((action) => ({ ...action, version: fee.version })),
    )
  }
  return actions
}
