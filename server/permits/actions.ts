import type { Context } from '../context.ts'
import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import type { Action } from '../machine/machine.ts'
import { isAwaitingApprovals } from '../projects/approval-stages.ts'
import { promisedGuard } from './accept.ts'
import { applicable } from './apply.ts'
import { renewalGuard } from './ask-renewal.ts'
import { consentMachine } from './consent-states.ts'
import { extensionGuard } from './extend-decision.ts'
import { startExtensionGuard } from './extend-start.ts'
import { grantGuard } from './grant.ts'
import { findHeldDecision } from './hold-decision.ts'
import { deliveryGuard } from './keep-promise.ts'
import { requestMachines, requestPrefixes } from './move-request.ts'
import type { PermitRow } from './move.ts'
import { guarded, offer } from './offer.ts'
import { changeGuard } from './request-change.ts'
import { completenessGuard } from './required-documents.ts'
import { permitMachine } from './states.ts'
import { agentActions, documentActions, handoverActions } from './window-actions.ts'

/** What this caller could do next with the permits of a project. An authority acts only on what is its own to decide. */
export const permitActions: ActionSource = async (ctx, project) => {
  const of = { district_code: project.district_code, project_id: project.id }
  const actions: Action[] = []
  if (applicable(project) && !(await ctx.tx.one('permits/find_open_permit', of))) {
    const isApplicant = ctx.actor.role === 'promoter' || ctx.actor.role === 'authority'
    const isEarly = isApplicant && (await isAwaitingApprovals(ctx, of, 'permit.submit'))
    const applying = isEarly ? 'permits/approvals-open' : null
    if (ctx.actor.role === 'promoter')
      actions.push(
        offer(
          'permit.apply',
          `/api/projects/${publicId('prj', project.district_code, project.id)}/apply`,
          { clashes_acknowledged: 'boolean' },
          applying,
        ),
      )
    actions.push(...(await agentActions(ctx, project, applying)))
  }
  for (const permit of await ctx.tx.many('permits/list_permits', of))
    actions.push(
      ...(await documentActions(ctx, permit)),
      ...(await movesOf(ctx, permit)),
      ...(await asksOf(ctx, permit)),
      ...(await consentsOf(ctx, permit)),
      ...(await requestsOf(ctx, permit)),
      ...(await handoverActions(ctx, permit)),
    )
  return actions
}

async function movesOf(ctx: Context, permit: PermitRow): Promise<Action[]> {
  const base = `/api/permits/${publicId('per', permit.district_code, permit.id)}`
  const own = ctx.actor.organisation_id === permit.authority_id
  const decides = own && permit.status === 'application_accepted'
  const takesIn = own && permit.status === 'submitted'
  const incomplete = takesIn ? await completenessGuard(ctx, permit) : null
  const guards: Record<string, string | null> = {
    accept_application: incomplete,
    accept_jointly: incomplete,
    accept_with_promise: takesIn ? await promisedGuard(ctx, permit) : null,
    request_supplement: permit.supplement_items ? 'permits/supplement-asked-once' : null,
    grant: decides ? await grantGuard(ctx, permit) : null,
    deliver: own && permit.status === 'granted' ? await deliveryGuard(ctx, permit) : null,
    extend_decision: decides ? await extensionGuard(ctx, permit) : null,
    extend_start: own && permit.status === 'delivered' ? await startExtensionGuard(ctx, permit) : null,
  }
  const mayUndo = own && (await findHeldDecision(ctx, permit)) !== null
  const hidden = [
    'submit',
    ...(mayUndo ? [] : ['undo', 'undo_answer']),
    ...(permit.is_joint ? ['accept_application', 'accept_with_promise'] : []),
    permit.kind === 'construction' ? '' : 'extend_start',
  ]
  const href = (name: string) => `${base}/${name === 'undo-answer' ? 'undo' : name}`
  return guarded(ctx, permitMachine, permit, href, hidden, guards)
}

/** What the holder of a permit that stands, or stood, may ask of it. */
async function asksOf(ctx: Context, permit: PermitRow): Promise<Action[]> {
  if (ctx.actor.role !== 'promoter' || !['granted', 'delivered', 'expired'].includes(permit.status)) return []
  const base = `/api/permits/${publicId('per', permit.district_code, permit.id)}`
  const { version } = permit
  const change = { reason: 'text_required', valid_from: 'date', valid_to: 'date', geometry: 'geometry' }
  const asks = [
    { ...offer('change_request.submit', `${base}/request-change`, change, await changeGuard(ctx, permit)), version },
  ]
  if (permit.status !== 'expired') {
    const renewal = { valid_to: 'date_required', reason: 'text_required' }
    asks.push({ ...offer('renewal.submit', `${base}/renew`, renewal, await renewalGuard(ctx, permit)), version })
  }
  return asks
}

async function consentsOf(ctx: Context, permit: PermitRow): Promise<Action[]> {
  const { district_code, id } = permit
  const consents = await ctx.tx.many('permits/list_consents', { district_code, permit_id: id })
  const href = (consent: { id: string }) => `/api/consents/${publicId('con', district_code, consent.id)}`
  // an authority that was not asked is not shown what another is to answer
  return consents
    .filter(({ authority_id }) => authority_id === ctx.actor.organisation_id)
    .flatMap((consent) =>
      guarded(ctx, consentMachine, consent, (name) => `${href(consent)}/${name}`, ['ask', 'drop', 'ask_again']),
    )
}

async function requestsOf(ctx: Context, permit: PermitRow): Promise<Action[]> {
  const { district_code, id } = permit
  const requests = await ctx.tx.many('permits/list_change_requests', { district_code, permit_id: id })
  return requests.flatMap((request) => {
    const href = `/api/${request.kind}s/${publicId(requestPrefixes[request.kind], district_code, request.id)}`
    return guarded(ctx, requestMachines[request.kind], request, (name) => `${href}/${name}`, ['submit', 'drop'])
  })
}
