import type { Context } from '../context.ts'
import type { ActionSource } from '../http/environment.ts'
import { publicId } from '../http/public-id.ts'
import { actionsOf, type Action, type Machine } from '../machine/machine.ts'
import { applicable } from './apply.ts'
import { consentGuard } from './ask-consents.ts'
import { renewalGuard } from './ask-renewal.ts'
import { consentMachine } from './consent-states.ts'
import { extensionGuard } from './extend-decision.ts'
import { feeGuard } from './fee-guard.ts'
import { startExtensionGuard } from './extend-start.ts'
import { findHeldDecision } from './hold-decision.ts'
import { requestMachines, requestPrefixes } from './move-request.ts'
import type { PermitRow } from './move.ts'
import { changeGuard } from './request-change.ts'
import { permitMachine } from './states.ts'

/** What this caller could do next with the permits of a project. An authority acts only on what is its own to decide. */
export const permitActions: ActionSource = async (ctx, project) => {
  const of = { district_code: project.district_code, project_id: project.id }
  const actions: Action[] = []
  if (ctx.actor.role === 'promoter' && applicable(project) && !(await ctx.tx.one('permits/find_open_permit', of)))
    actions.push(offer('permit.apply', `/api/projects/${publicId('prj', project.district_code, project.id)}/apply`))
  for (const permit of await ctx.tx.many('permits/list_permits', of))
    actions.push(
      ...(await movesOf(ctx, permit)),
      ...(await asksOf(ctx, permit)),
      ...(await consentsOf(ctx, permit)),
      ...(await requestsOf(ctx, permit)),
    )
  return actions
}

async function movesOf(ctx: Context, permit: PermitRow): Promise<Action[]> {
  const base = `/api/permits/${publicId('per', permit.district_code, permit.id)}`
  const own = ctx.actor.organisation_id === permit.authority_id
  const decides = own && permit.status === 'application_accepted'
  const guards: Record<string, string | null> = {
    request_supplement: permit.supplement_items ? 'permits/supplement-asked-once' : null,
    grant: decides ? ((await consentGuard(ctx, permit)) ?? (await feeGuard(ctx, permit))) : null,
    extend_decision: decides ? await extensionGuard(ctx, permit) : null,
    extend_start: own && permit.status === 'delivered' ? await startExtensionGuard(ctx, permit) : null,
  }
  const mayUndo = own && (await findHeldDecision(ctx, permit)) !== null
  const hidden = [
    'submit',
    ...(mayUndo ? [] : ['undo', 'undo_answer']),
    permit.is_joint ? 'accept_application' : '',
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
  const change = { reason: 'text_required', valid_from: 'date', valid_to: 'date' }
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

/** The moves of one row that concern the caller, with the version that would move; another authority's are off. */
function guarded<Status extends string>(
  ctx: Context,
  machine: Machine<Status>,
  row: { status: Status; version: number; authority_id: string },
  href: (name: string) => string,
  hidden: readonly string[],
  guards: Readonly<Record<string, string | null>> = {},
): Action[] {
  const { role, organisation_id } = ctx.actor
  const foreign = role === 'authority' && row.authority_id !== organisation_id ? 'permits/other-authority' : null
  const reasons = Object.fromEntries(Object.keys(machine.moves).map((name) => [name, foreign ?? guards[name] ?? null]))
  return actionsOf(machine, row.status, role, (name) => href(name.replaceAll('_', '-')), reasons)
    .filter(({ name }) => !hidden.includes(name.slice(machine.subject_kind.length + 1)))
    .map((action) => ({ ...action, version: row.version }))
}

const offer = (name: string, href: string, input: Action['input'] = {}, reason: string | null = null): Action => ({
  name,
  href,
  method: 'POST',
  allowed: reason === null,
  reason,
  input,
})
