import type { DocumentKind } from '../db/queries.gen.ts'

interface Call {
  kind: DocumentKind
  /** Only when one of these moved: a builder who stops by himself is told nothing. */
  by?: readonly string[]
}

/** Which move calls for which paper, by the type of its event. */
export const papers: Readonly<Record<string, Call>> = {
  'permit.application_accepted': { kind: 'acceptance_receipt' },
  'permit.supplement_requested': { kind: 'supplement_notice' },
  'permit.not_accepted': { kind: 'not_accepted_notice' },
  'permit.special_procedure_started': { kind: 'special_procedure_notice' },
  'permit.granted': { kind: 'permit' },
  'permit.refused': { kind: 'refusal' },
  'permit.decision_extended': { kind: 'extension_notice' },
  'permit.revoked': { kind: 'revocation' },
  'permit.withdrawn': { kind: 'withdrawal' },
  'permit.cancelled_as_penalty': { kind: 'penalty' },
  'permit.deregistered': { kind: 'deregistration' },
  'change_request.granted': { kind: 'change_approval' },
  'change_request.refused': { kind: 'change_refusal' },
  'renewal.granted': { kind: 'renewal_approval' },
  'renewal.deemed_renewed': { kind: 'renewal_approval' },
  'renewal.refused': { kind: 'renewal_refusal' },
  'works.suspended': { kind: 'stop_notice', by: ['authority', 'inspector'] },
}

/** The paper that a move calls for, or null. */
export function paperOf(move: { type: string; actor_role: string }): DocumentKind | null {
  const call = papers[move.type]
  return call && (!call.by || call.by.includes(move.actor_role)) ? call.kind : null
}
