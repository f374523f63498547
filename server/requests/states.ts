import type { RequestStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** One question to one utility about one dig. Silence gates the start of works, never the grant. */
export const requestMachine = {
  room: 'requests',
  subject_kind: 'utility_request',
  moves: {
    answer: {
      from: ['open', 'partially_answered'],
      to: 'answered',
      by: ['utility'],
      event: 'request.answered',
      basis: 'utility.response',
      stops: ['utility.response'],
      input: { response_code: 'text_required', note: 'text' },
    },
    answer_in_part: {
      from: ['open', 'partially_answered'],
      to: 'partially_answered',
      by: ['utility'],
      event: 'request.answered_in_part',
      basis: 'utility.response',
    },
    waive: {
      from: ['open', 'partially_answered'],
      to: 'waived',
      by: ['authority'],
      event: 'request.waived',
      basis: 'utility.response',
      stops: ['utility.response'],
      input: { reason: 'text_required' },
    },
    /** The permitted ground has moved: the question is asked anew about the new one. */
    supersede: {
      from: ['open', 'partially_answered', 'answered', 'waived'],
      to: 'superseded',
      by: ['system'],
      event: 'request.superseded',
      basis: 'utility.response',
      cancels: ['utility.response'],
    },
  },
} as const satisfies Machine<RequestStatus>
