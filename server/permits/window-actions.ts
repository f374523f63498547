import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { publicId } from '../http/public-id.ts'
import type { Action } from '../machine/machine.ts'
import type { ProjectRow } from '../projects/find.ts'
import { takesDocuments } from './hand-in.ts'
import { handoverMachine } from './handover-states.ts'
import type { PermitRow } from './move.ts'
import { guarded, offer } from './offer.ts'
import { promiseMachine } from './promise-states.ts'
import { requiredDocuments } from './required-documents.ts'
import { promiseGuard } from './sign-promise.ts'

/** What the promoter may do about the documents of his application: hand one in, or promise what is missing. */
export async function documentActions(ctx: Context, permit: PermitRow): Promise<Action[]> {
  if (ctx.actor.role !== 'promoter' || !takesDocuments.includes(permit.status)) return []
  const documents = await requiredDocuments(ctx, permit)
  if (documents.length === 0) return []
  const base = `/api/permits/${publicId('per', permit.district_code, permit.id)}`
  const { version } = permit
  const missingFirst = documents.toSorted((a, b) => a.files.length - b.files.length).map(({ code }) => code)
  const handIn = { document: `choice_required:${missingFirst.join(',')}`, evidence: 'attachment_required' }
  const actions: Action[] = [{ ...offer('permit.hand_in', `${base}/hand-in`, handIn), version }]
  if (permit.status === 'submitted') {
    const { input } = promiseMachine.moves.sign
    actions.push({ ...offer('promise.sign', `${base}/promise`, input, await promiseGuard(ctx, permit)), version })
  }
  return actions
}

/** The unit that was given a granted file signs for it. */
export async function handoverActions(ctx: Context, permit: PermitRow): Promise<Action[]> {
  const { district_code, id } = permit
  if (ctx.actor.role !== 'inspector') return []
  const handover = await ctx.tx.one('permits/find_handover_of_permit', { district_code, permit_id: id })
  if (handover?.unit_id !== ctx.actor.organisation_id) return []
  const href = `/api/handovers/${publicId('hnd', district_code, handover.id)}`
  return guarded(ctx, handoverMachine, handover, (name) => `${href}/${name}`, ['hand_over', 'drop'])
}

/**
 * 帮办代办: a firm lets the counter act for it, or takes that back; a person of the counter applies for a firm whose mandate the counter
 * holds. `applying`: why that may not be done yet, or null.
 */
export async function agentActions(ctx: Context, project: ProjectRow, applying: string | null): Promise<Action[]> {
  const { role, organisation_id } = ctx.actor
  if (role !== 'authority' && role !== 'promoter') return []
  const { district_code, id, promoter_id } = project
  const mandate = await ctx.tx.one('permits/find_mandate_in_force', {
    district_code,
    authority_id: role === 'authority' ? organisation_id : project.authority_id,
    promoter_id,
    today: shanghaiDay(ctx.now),
  })
  const dig = `/projects/${publicId('prj', district_code, id)}`
  const base = mandate && `/api/mandates/${publicId('man', district_code, mandate.id)}`
  if (role === 'authority')
    return base
      ? [offer('permit.apply_as_agent', `${base}${dig}/apply`, { clashes_acknowledged: 'boolean' }, applying)]
      : []
  if (!base) return [offer('mandate.give', `/api${dig}/mandate`, { valid_to: 'date_required', text: 'text_required' })]
  return [{ ...offer('mandate.withdraw', `${base}/withdraw`), version: mandate.version }]
}
