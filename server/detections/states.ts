import type { DetectionStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

const field = ['inspector', 'authority'] as const
/** Whoever reports has it matched at once, in the same transaction; an import waits for the job. */
const matchers = ['system', 'inspector', 'authority', 'admin'] as const
const verified = { note: 'text_required', position: 'position', attachments: 'attachment' } as const
const reasoned = { reason: 'text_required' } as const

/** Nothing more is to be done about it. */
export const settled: readonly DetectionStatus[] = [
  'auto_matched',
  'lawful_matched',
  'lawful_retrospective',
  'false_positive',
  'cleared',
  'duplicate',
]

/**
 * A suspected dig, from the report to the day it is cleared. The match closes what a permit covers and opens a case for the rest; what the case
 * is, somebody finds in the field. A patch is only a lead (自然资发〔2023〕258号): the guard of `penalise` asks for that visit.
 */
export const detectionMachine = {
  room: 'detections',
  subject_kind: 'detection',
  moves: {
    close_covered: {
      from: ['detected'],
      to: 'auto_matched',
      by: matchers,
      event: 'detection.matched',
      basis: 'detection.match',
    },
    open_case: {
      from: ['detected'],
      to: 'needs_review',
      by: matchers,
      event: 'detection.case_opened',
      basis: 'detection.match',
      starts: [{ kind: 'detection.clear_out', owner: 'authority' }],
    },
    link_duplicate: {
      from: ['detected'],
      to: 'duplicate',
      by: matchers,
      event: 'detection.linked',
      basis: 'detection.match',
    },
    dispatch: {
      from: ['needs_review', 'reopened'],
      to: 'dispatched',
      by: field,
      event: 'detection.dispatched',
      basis: 'detection.verification',
      starts: [{ kind: 'detection.verification', owner: 'authority' }],
      input: { note: 'text' },
    },
    verify: {
      from: ['dispatched'],
      to: 'field_verified',
      by: field,
      event: 'detection.verified',
      basis: 'detection.verification',
      guards: ['detections/evidence-missing'],
      stops: ['detection.verification'],
      input: verified,
    },
    find_lawful: {
      from: ['field_verified'],
      to: 'lawful_matched',
      by: field,
      event: 'detection.found_lawful',
      basis: 'detection.match',
      stops: ['detection.clear_out'],
      input: reasoned,
    },
    find_retrospective: {
      from: ['field_verified'],
      to: 'lawful_retrospective',
      by: field,
      event: 'detection.found_retrospective',
      basis: 'detection.retrospective',
      stops: ['detection.clear_out'],
      guards: ['detections/no-such-dig', 'detections/dig-not-retrospective'],
      input: { project_reference: 'text_required', ...reasoned },
    },
    find_false_alarm: {
      from: ['field_verified'],
      to: 'false_positive',
      by: field,
      event: 'detection.found_false_alarm',
      basis: 'detection.match',
      stops: ['detection.clear_out'],
      input: reasoned,
    },
    find_unlawful: {
      from: ['field_verified'],
      to: 'unlawful',
      by: field,
      event: 'detection.found_unlawful',
      basis: 'detection.unlawful',
      stops: ['detection.clear_out'],
      input: reasoned,
    },
    order_rectification: {
      from: ['unlawful'],
      to: 'rectifying',
      by: field,
      event: 'detection.rectification_ordered',
      basis: 'detection.rectification',
      starts: [{ kind: 'detection.rectification', owner: 'authority' }],
      input: reasoned,
    },
    confirm_rectified: {
      from: ['rectifying'],
      to: 'rectified',
      by: field,
      event: 'detection.rectified',
      basis: 'detection.rectification',
      guards: ['detections/evidence-missing'],
      stops: ['detection.rectification'],
      input: verified,
    },
    penalise: {
      from: ['unlawful', 'rectifying', 'rectified'],
      to: 'penalty_case',
      by: field,
      event: 'detection.penalty_filed',
      basis: 'detection.penalty',
      guards: ['detections/not-verified'],
      stops: ['detection.rectification'],
      starts: [{ kind: 'detection.penalty_decision', owner: 'authority' }],
      input: reasoned,
    },
    decide_penalty: {
      from: ['penalty_case'],
      to: 'penalised',
      by: field,
      event: 'detection.penalty_decided',
      basis: 'detection.penalty_decision',
      stops: ['detection.penalty_decision'],
      starts: [{ kind: 'detection.penalty_service', owner: 'authority' }],
      input: { decision_reference: 'text_required', penalty_yuan: 'number_required', ...reasoned },
    },
    serve_penalty: {
      from: ['penalised'],
      to: 'penalty_served',
      by: field,
      event: 'detection.penalty_served',
      basis: 'detection.penalty_service',
      stops: ['detection.penalty_service'],
      input: { note: 'text' },
    },
    clear: {
      from: ['rectified', 'penalty_served'],
      to: 'cleared',
      by: field,
      event: 'detection.cleared',
      basis: 'detection.clear_out',
      input: { note: 'text' },
    },
    reopen: {
      from: settled,
      to: 'reopened',
      by: field,
      event: 'detection.reopened',
      basis: 'detection.match',
      starts: [{ kind: 'detection.clear_out', owner: 'authority' }],
      input: reasoned,
    },
  },
} as const satisfies Machine<DetectionStatus>
export type DetectionMove = keyof typeof detectionMachine.moves

/** What follows from the match alone; people do the rest. */
export const matchMoves: readonly string[] = ['close_covered', 'open_case', 'link_duplicate']
/** Before anybody was there, a patch is all there is. */
export const imageryOnly: readonly DetectionStatus[] = ['needs_review', 'dispatched', 'reopened']
