import type { AlertStatus, StopOrderStatus } from '../db/queries.gen.ts'
import type { Machine } from '../machine/machine.ts'

/** A heavy-pollution or storm alert, from its issue to the day everybody goes on. The rule of its kind is its basis. */
export const alertMachine = {
  room: 'alerts',
  subject_kind: 'alert',
  moves: {
    take_effect: {
      from: ['issued'],
      to: 'in_force',
      by: ['system'],
      event: 'alert.in_force',
      basis: 'alert.heavy_pollution',
    },
    lift: {
      from: ['issued', 'in_force'],
      to: 'lifting',
      by: ['authority'],
      event: 'alert.lift_ordered',
      basis: 'alert.heavy_pollution',
      input: { reason: 'text_required' },
    },
    run_out: {
      from: ['issued', 'in_force'],
      to: 'lifting',
      by: ['system'],
      event: 'alert.ran_out',
      basis: 'alert.heavy_pollution',
    },
    finish: {
      from: ['lifting'],
      to: 'lifted',
      by: ['system'],
      event: 'alert.lifted',
      basis: 'alert.heavy_pollution',
    },
  },
} as const satisfies Machine<AlertStatus>
export type AlertMove = keyof typeof alertMachine.moves

/** One dig's stop order (停工令) under an alert. It is released with all the others, in one statement (sql/alerts/release_orders.sql). */
export const stopOrderMachine = {
  room: 'alerts',
  subject_kind: 'stop_order',
  moves: {
    acknowledge: {
      from: ['sent'],
      to: 'acknowledged',
      by: ['promoter'],
      event: 'stop_order.acknowledged',
      basis: 'alert.heavy_pollution',
    },
    release: {
      from: ['sent', 'acknowledged'],
      to: 'released',
      by: ['system'],
      event: 'stop_order.released',
      basis: 'alert.heavy_pollution',
    },
  },
} as const satisfies Machine<StopOrderStatus>
