import type { ConsentKind, ConsentStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/**
 * Another authority's word on an application: without it nothing is granted. The table names the traffic police's rule and clock (城市道路管理条例 30);
 * every other kind has its own of the same shape.
 */
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
      by: ['authority', 'planner'],
      event: 'consent.given',
      basis: 'consent.traffic_consent',
      stops: ['consent.traffic_consent'],
      input: { conditions: 'items' },
    },
    withhold: {
      from: ['asked'],
      to: 'withheld',
      by: ['authority', 'planner'],
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

/** The same table with the rule and the clock of a kind: each authority has its own step and its own days. */
export function consentMachineOf(kind: ConsentKind): Machine<ConsentStatus> {
  const key = `consent.${kind}`
  const moves = Object.entries(consentMachine.moves as Machine<ConsentStatus>['moves']).map(([name, move]) => [
    name,
    {
      ...move,
      basis: key,
      ...(move.starts ? { starts: [{ kind: key, owner: 'authority' }] } : {}),
      ...(move.stops ? { stops: [key] } : {}),
      ...(move.reopens ? { reopens: [key] } : {}),
    },
  ])
  return { ...consentMachine, moves: Object.fromEntries(moves) }
}
