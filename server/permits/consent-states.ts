import type { ConsentStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** A second authority's word on an application: without it nothing is granted (城市道路管理条例 30). */
export const consentMachine = {
  room: 'permits',
  subject_kind: 'consent',
  moves: {
    ask: {
      from: ['draft'],
      to: 'asked',
      by: ['promoter'],
      event: 'consent.asked',
      basis: 'consent.traffic_consent',
      starts: [{ kind: 'consent.traffic_consent', owner: 'authority' }],
    },
    give: {
      from: ['asked', 'withheld'],
      to: 'given',
      by: ['authority'],
      event: 'consent.given',
      basis: 'consent.traffic_consent',
      stops: ['consent.traffic_consent'],
      input: { conditions: 'items' },
    },
    withhold: {
      from: ['asked'],
      to: 'withheld',
      by: ['authority'],
      event: 'consent.withheld',
      basis: 'consent.traffic_consent',
      stops: ['consent.traffic_consent'],
      input: { reason: 'text_required' },
    },
    /** Falls with the application it was asked for. */
    drop: {
      from: ['asked'],
      to: 'dropped',
      by: ['promoter', 'authority', 'system'],
      event: 'consent.dropped',
      basis: 'consent.traffic_consent',
    },
    /** The application stands again: the decision with which it fell was taken back. */
    ask_again: {
      from: ['dropped'],
      to: 'asked',
      by: ['authority'],
      event: 'consent.asked_again',
      basis: 'consent.traffic_consent',
      reopens: ['consent.traffic_consent'],
    },
  },
} as const satisfies Machine<ConsentStatus>
export type ConsentMove = keyof typeof consentMachine.moves
