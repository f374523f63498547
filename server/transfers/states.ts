import type { LegStatus, TransferStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/**
 * The case, by what the registry does. What becomes of it by its legs is the fold (fold.ts), which corrects the status
 * after every move of the case or of a leg.
 */
export const caseMachine = {
  room: 'transfers',
  subject_kind: 'transfer',
  moves: {
    precheck: {
      from: ['opened', 'prechecking', 'ready', 'blocked'],
      to: 'prechecking',
      by: ['registry'],
      event: 'transfer.precheck_requested',
      basis: 'transfer.precheck',
    },
    await_entry: {
      from: ['ready', 'blocked'],
      to: 'awaiting_register_entry',
      by: ['registry'],
      event: 'transfer.awaiting_entry',
      basis: 'transfer.entry',
    },
    // Utilities never hold the register entry up (民法典 214): it is possible from every state before it.
    register_entry: {
      from: ['opened', 'prechecking', 'ready', 'blocked', 'awaiting_register_entry'],
      to: 'dispatching',
      by: ['registry'],
      event: 'transfer.entered',
      basis: 'transfer.entry',
      input: { certificate_no: 'text_required', entered_at: 'datetime' },
    },
    cancel: {
      from: ['opened', 'prechecking', 'ready', 'blocked', 'awaiting_register_entry', 'dispatching'],
      to: 'cancelled',
      by: ['registry'],
      event: 'transfer.cancelled',
      basis: 'transfer.entry',
      input: { reason: 'text_required' },
    },
  },
} as const satisfies Machine<TransferStatus>
export type CaseMove = keyof typeof caseMachine.moves

/** Pushed to a utility and not ended: it may answer. */
export const withUtility = ['pushed', 'acknowledged', 'timed_out', 'retrying'] as const satisfies LegStatus[]
const beforePush = [
  'not_requested',
  'precheck_requested',
  'precheck_passed',
  'precheck_blocked',
  'armed',
] as const satisfies LegStatus[]
const bothClocks = ['transfer.acknowledgement', 'transfer.completion'] as const

/** One utility's part. What a utility may do, it does to its own leg only (row security). */
export const legMachine = {
  room: 'transfers',
  subject_kind: 'transfer_leg',
  moves: {
    request_precheck: {
      from: ['not_requested'],
      to: 'precheck_requested',
      by: ['registry'],
      event: 'transfer.leg.precheck_requested',
      basis: 'transfer.precheck',
    },
    // A person's decision, also after a rejection; nothing is ever pushed again by itself once it was rejected.
    recheck: {
      from: ['not_requested', 'precheck_requested', 'precheck_passed', 'precheck_blocked', 'rejected'],
      to: 'precheck_requested',
      by: ['registry', 'utility', 'system'],
      event: 'transfer.leg.precheck_requested',
      basis: 'transfer.precheck',
    },
    pass: {
      from: ['precheck_requested'],
      to: 'precheck_passed',
      by: ['system'],
      event: 'transfer.leg.precheck_passed',
      basis: 'transfer.precheck',
    },
    block: {
      from: ['not_requested', 'precheck_requested'],
      to: 'precheck_blocked',
      by: ['system', 'registry'],
      event: 'transfer.leg.precheck_blocked',
      basis: 'transfer.precheck',
    },
    settle: {
      from: ['precheck_blocked'],
      to: 'precheck_passed',
      by: ['utility'],
      event: 'transfer.leg.settled',
      basis: 'transfer.precheck',
    },
    arm: {
      from: ['precheck_passed'],
      to: 'armed',
      by: ['registry', 'utility', 'system'],
      event: 'transfer.leg.armed',
      basis: 'transfer.entry',
    },
    push: {
      from: ['armed'],
      to: 'pushed',
      by: ['system'],
      event: 'transfer.leg.pushed',
      basis: 'transfer.acknowledgement',
      starts: [{ kind: 'transfer.acknowledgement', owner: 'utility' }],
    },
    acknowledge: {
      from: ['pushed', 'timed_out', 'retrying', 'manual'],
      to: 'acknowledged',
      by: ['utility'],
      event: 'transfer.leg.acknowledged',
      basis: 'transfer.acknowledgement',
      stops: bothClocks,
      starts: [{ kind: 'transfer.completion', owner: 'utility' }],
    },
    complete: {
      from: [...withUtility, 'manual', 'cancel_requested'],
      to: 'completed',
      by: ['utility'],
      event: 'transfer.leg.completed',
      basis: 'transfer.completion',
      stops: bothClocks,
    },
    reject: {
      from: [...withUtility, 'manual'],
      to: 'rejected',
      by: ['utility'],
      event: 'transfer.leg.rejected',
      basis: 'transfer.completion',
      stops: bothClocks,
      input: { reason_code: 'text_required' },
    },
    time_out: {
      from: ['pushed', 'acknowledged'],
      to: 'timed_out',
      by: ['system'],
      event: 'transfer.leg.timed_out',
      basis: 'transfer.completion',
    },
    retry: {
      from: ['timed_out', 'retrying'],
      to: 'retrying',
      by: ['system'],
      event: 'transfer.leg.retried',
      basis: 'transfer.completion',
    },
    give_up: {
      from: ['timed_out', 'retrying'],
      to: 'manual',
      by: ['system'],
      event: 'transfer.leg.handed_over',
      basis: 'transfer.completion',
      stops: bothClocks,
    },
    manual: {
      from: ['precheck_blocked', 'precheck_requested', ...withUtility, 'rejected'],
      to: 'manual',
      by: ['registry'],
      event: 'transfer.leg.handed_over',
      basis: 'transfer.completion',
      stops: bothClocks,
    },
    opt_out: {
      from: [...beforePush, 'rejected', 'manual'],
      to: 'opted_out',
      by: ['registry'],
      event: 'transfer.leg.opted_out',
      basis: 'transfer.consent',
      stops: bothClocks,
    },
    cancel: {
      from: [...beforePush, 'rejected', 'manual'],
      to: 'cancelled',
      by: ['registry'],
      event: 'transfer.leg.cancelled',
      basis: 'transfer.entry',
      stops: bothClocks,
      input: { reason: 'text_required' },
    },
    request_cancel: {
      from: withUtility,
      to: 'cancel_requested',
      by: ['registry'],
      event: 'transfer.leg.cancel_requested',
      basis: 'transfer.entry',
      stops: bothClocks,
      input: { reason: 'text_required' },
    },
    confirm_cancel: {
      from: ['cancel_requested'],
      to: 'cancelled',
      by: ['utility'],
      event: 'transfer.leg.cancelled',
      basis: 'transfer.entry',
    },
  },
} as const satisfies Machine<LegStatus>
export type LegMove = keyof typeof legMachine.moves
