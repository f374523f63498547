import type { ApprovalStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/**
 * One item of an approval stage (审批事项) between its authority and the promoter of building works. All items of a stage are asked for at once
 * (并联审批); the rule `approval.<item>` of each gives its limit and its law.
 */
export const approvalMachine = {
  room: 'approvals',
  subject_kind: 'approval_item',
  moves: {
    ask: {
      from: ['draft'],
      to: 'asked',
      by: ['promoter'],
      event: 'approval.asked',
      basis: 'approval.stages',
      guards: ['approvals/stage-not-yet', 'approvals/stage-asked'],
      starts: [{ kind: 'approval.item', owner: 'authority' }],
    },
    approve: {
      from: ['asked'],
      to: 'approved',
      by: ['authority', 'planner'],
      event: 'approval.approved',
      basis: 'approval.stages',
      guards: ['approvals/other-authority'],
      stops: ['approval.item'],
      input: { document_no: 'text_required', evidence: 'attachment' },
    },
    refuse: {
      from: ['asked'],
      to: 'refused',
      by: ['authority', 'planner'],
      event: 'approval.refused',
      basis: 'approval.stages',
      guards: ['approvals/other-authority'],
      stops: ['approval.item'],
      input: { reason: 'text_required' },
    },
    /** What was refused is put right and asked for again, on a new clock. */
    ask_again: {
      from: ['refused'],
      to: 'asked',
      by: ['promoter'],
      event: 'approval.asked_again',
      basis: 'approval.stages',
      starts: [{ kind: 'approval.item', owner: 'authority' }],
    },
    /** Falls with the dig: given up, lapsed, or ended by the authority. */
    drop: {
      from: ['asked'],
      to: 'dropped',
      by: ['system'],
      event: 'approval.dropped',
      basis: 'approval.stages',
      cancels: ['approval.item'],
    },
  },
} as const satisfies Machine<ApprovalStatus>
export type ApprovalMove = keyof typeof approvalMachine.moves
