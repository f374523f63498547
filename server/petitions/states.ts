import type { PetitionStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

const authority = ['authority'] as const
/** Whoever's organisation a request may be dispatched to. */
const units = ['promoter', 'utility', 'authority', 'inspector', 'planner', 'registry'] as const
/** Whoever's organisation may judge an answer. */
const judges = ['authority', 'inspector', 'planner', 'auditor'] as const
/** What every dispatch ends and asks. */
const sentOut = {
  stops: ['petition.dispatching'],
  input: { unit_id: 'text_required', judge_id: 'text_required', is_outside_duty: 'boolean', reason: 'text' },
} as const
/** Nobody waits for an answer any more, and the third party is next or done: the petitioner may say what they think of it. */
export const sayable: readonly PetitionStatus[] = ['answered', 'judged', 'unsatisfied', 'closed']

/**
 * A request (诉求) around a dig. There is no refusal at the door: every request is graded and dispatched, or linked to one that says the same. The term
 * of an answer follows the grade, so its clock is started by the verb. An unsatisfied petitioner's request goes out again, a grade up, as often as the rule says.
 */
export const petitionMachine = {
  room: 'petitions',
  subject_kind: 'petition',
  moves: {
    grade: {
      from: ['submitted', 'graded'],
      to: 'graded',
      by: authority,
      event: 'petition.graded',
      basis: 'petition.grading',
      guards: ['petitions/reason-needed'],
      input: { grade: 'choice_required:1,2,3,4', reason: 'text' },
    },
    dispatch: {
      from: ['graded'],
      to: 'dispatched',
      by: authority,
      event: 'petition.dispatched',
      basis: 'petition.dispatching',
      guards: [
        'petitions/judge-not-third',
        'petitions/no-such-unit',
        'petitions/no-such-judge',
        'petitions/reason-needed',
      ],
      ...sentOut,
    },
    merge: {
      from: ['submitted', 'graded'],
      to: 'merged',
      by: authority,
      event: 'petition.merged',
      basis: 'petition.grading',
      guards: ['petitions/no-such-petition', 'petitions/merged-itself'],
      cancels: ['petition.dispatching'],
      input: { petition_reference: 'text_required' },
    },
    answer: {
      from: ['dispatched'],
      to: 'answered',
      by: units,
      event: 'petition.answered',
      basis: 'petition.dispatching',
      guards: ['petitions/not-your-unit'],
      stops: ['petition.answer'],
      starts: [{ kind: 'petition.judgement', owner: 'authority' }],
      input: { answer: 'text_required', attachments: 'attachment' },
    },
    judge: {
      from: ['answered'],
      to: 'judged',
      by: judges,
      event: 'petition.judged',
      basis: 'petition.judgement',
      guards: ['petitions/not-the-judge', 'petitions/petitioner-said-otherwise'],
      stops: ['petition.judgement'],
      input: { result: 'choice_required:satisfied,basically_satisfied,not_reached', note: 'text' },
    },
    find_unsatisfied: {
      from: ['answered'],
      to: 'unsatisfied',
      by: judges,
      event: 'petition.found_unsatisfied',
      basis: 'petition.judgement',
      guards: ['petitions/not-the-judge', 'petitions/petitioner-said-otherwise'],
      stops: ['petition.judgement'],
      starts: [{ kind: 'petition.dispatching', owner: 'authority' }],
      input: { note: 'text_required' },
    },
    dispatch_again: {
      from: ['unsatisfied'],
      to: 'dispatched',
      by: authority,
      event: 'petition.dispatched_again',
      basis: 'petition.grading',
      guards: [
        'petitions/no-more-rounds',
        'petitions/judge-not-third',
        'petitions/no-such-unit',
        'petitions/no-such-judge',
      ],
      ...sentOut,
    },
    close: {
      from: ['judged', 'unsatisfied'],
      to: 'closed',
      by: authority,
      event: 'petition.closed',
      basis: 'petition.judgement',
      guards: ['petitions/dispatch-again-first'],
      cancels: ['petition.dispatching'],
    },
  },
} as const satisfies Machine<PetitionStatus>
export type PetitionMove = keyof typeof petitionMachine.moves
