import type { PromiseStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** What is missing from an application, promised in writing until a day (承诺补正). It counts from the authority's acceptance (容缺受理). */
export const promiseMachine = {
  room: 'permits',
  subject_kind: 'promise',
  moves: {
    sign: {
      from: ['draft'],
      to: 'offered',
      by: ['promoter'],
      event: 'promise.signed',
      basis: 'promise.documents',
      guards: [
        'permits/nothing-missing',
        'permits/not-promisable',
        'permits/promise-barred',
        'permits/promise-too-long',
        'permits/time-passed',
      ],
      input: { until: 'date_required', text: 'text_required' },
    },
    accept: {
      from: ['offered'],
      to: 'accepted',
      by: ['authority'],
      event: 'promise.accepted',
      basis: 'promise.documents',
      starts: [{ kind: 'promise.documents', owner: 'promoter' }],
    },
    keep: {
      from: ['accepted'],
      to: 'kept',
      by: ['promoter'],
      event: 'promise.kept',
      basis: 'promise.documents',
      stops: ['promise.documents'],
    },
    break: {
      from: ['accepted'],
      to: 'broken',
      by: ['system'],
      event: 'promise.broken',
      basis: 'promise.broken',
      stops: ['promise.documents'],
    },
    /** Replaced by another, overtaken by a full acceptance, or fallen with its application. */
    drop: {
      from: ['offered', 'accepted'],
      to: 'dropped',
      by: ['promoter', 'authority', 'system'],
      event: 'promise.dropped',
      basis: 'promise.documents',
    },
    /** The application stands again: the decision with which its promise fell was taken back. */
    restore: {
      from: ['dropped'],
      to: 'accepted',
      by: ['authority'],
      event: 'promise.restored',
      basis: 'promise.documents',
      reopens: ['promise.documents'],
    },
    /** The same for one that was only offered. */
    restore_offer: {
      from: ['dropped'],
      to: 'offered',
      by: ['authority'],
      event: 'promise.restored',
      basis: 'promise.documents',
    },
  },
} as const satisfies Machine<PromiseStatus>
export type PromiseMove = keyof typeof promiseMachine.moves
