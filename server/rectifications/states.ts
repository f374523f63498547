import type { RectificationStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

export const rectificationClocks = ['rectification.low', 'rectification.high'] as const
const open = ['issued', 'acknowledged', 'evidence_submitted', 'overdue', 'escalated'] as const

/**
 * What an inspection ordered to be put right. Only re-inspections clear it or issue it anew; a new term begins only when the old one is
 * answered or over, so a second failed visit gives no time as a present. Its clock, by severity, is started by the verbs.
 */
export const rectificationMachine = {
  room: 'rectifications',
  subject_kind: 'rectification',
  moves: {
    acknowledge: {
      from: ['issued'],
      to: 'acknowledged',
      by: ['promoter'],
      event: 'rectification.acknowledged',
      basis: 'rectification.low',
    },
    submit_evidence: {
      from: ['issued', 'acknowledged', 'overdue', 'escalated'],
      to: 'evidence_submitted',
      by: ['promoter'],
      event: 'rectification.evidence_submitted',
      basis: 'rectification.low',
      stops: rectificationClocks,
      input: { note: 'text_required', attachments: 'attachment' },
    },
    clear: {
      from: open,
      to: 'cleared',
      by: ['inspector', 'authority'],
      event: 'rectification.cleared',
      basis: 'inspection',
      stops: rectificationClocks,
    },
    reissue: {
      from: ['evidence_submitted', 'overdue', 'escalated'],
      to: 'issued',
      by: ['inspector', 'authority'],
      event: 'rectification.reissued',
      basis: 'rectification.low',
    },
    fall_overdue: {
      from: ['issued', 'acknowledged'],
      to: 'overdue',
      by: ['system'],
      event: 'rectification.fell_overdue',
      basis: 'rectification.low',
    },
    escalate: {
      from: ['overdue'],
      to: 'escalated',
      by: ['inspector', 'authority'],
      event: 'rectification.escalated',
      basis: 'rectification.low',
      input: { reason: 'text_required' },
    },
    withdraw: {
      from: open,
      to: 'withdrawn',
      by: ['inspector', 'authority'],
      event: 'rectification.withdrawn',
      basis: 'inspection',
    },
  },
} as const satisfies Machine<RectificationStatus>
export type RectificationMove = keyof typeof rectificationMachine.moves

/** What people do to a rectification itself; the rest follows from visits or from the clock. */
export const ownMoves = ['acknowledge', 'submit_evidence', 'escalate'] as const satisfies readonly RectificationMove[]
