import { expect, test } from 'vitest'
import type { LegStatus, TransferStatus } from '../../server/db/queries.gen.ts'
import { foldCase } from '../../server/transfers/fold.ts'
import { isEntered, transferPlan } from '../../server/demo/transfer-plan.ts'
import { judge } from '../../server/transfers/answer.ts'
import { pushKey } from '../../server/transfers/push.ts'

const before: [LegStatus[], TransferStatus][] = [
  [['not_requested', 'not_requested'], 'opened'],
  [['not_requested', 'opted_out'], 'opened'],
  [['precheck_requested', 'precheck_passed'], 'prechecking'],
  [['precheck_requested', 'precheck_blocked'], 'prechecking'],
  [['precheck_passed', 'precheck_passed'], 'ready'],
  [['precheck_passed', 'opted_out'], 'ready'],
  [['opted_out', 'opted_out'], 'ready'],
  [['precheck_passed', 'precheck_blocked'], 'blocked'],
  [['armed', 'armed'], 'awaiting_register_entry'],
  [['armed', 'precheck_blocked'], 'awaiting_register_entry'],
  [['cancelled', 'cancelled'], 'cancelled'],
]
test.each(before)('before the register entry, legs %j make the case %s', (legs, status) => {
  expect(foldCase({ is_entered: false, is_cancelled: false }, legs)).toBe(status)
})

const after: [LegStatus[], TransferStatus][] = [
  [['armed', 'pushed'], 'dispatching'],
  [['acknowledged', 'rejected'], 'dispatching'],
  [['completed', 'acknowledged'], 'partially_completed'],
  [['completed', 'precheck_blocked'], 'partially_completed'],
  [['completed', 'manual'], 'partially_completed'],
  [['completed', 'completed'], 'completed'],
  [['completed', 'opted_out'], 'completed'],
  [['opted_out', 'opted_out'], 'completed'],
  [['completed', 'rejected'], 'completed_with_exceptions'],
  [['completed', 'cancelled'], 'completed_with_exceptions'],
  [['cancelled', 'cancelled'], 'cancelled'],
  [['completed', 'cancel_requested'], 'compensating'],
]
test.each(after)('after the register entry, legs %j make the case %s', (legs, status) => {
  expect(foldCase({ is_entered: true, is_cancelled: false }, legs)).toBe(status)
})

test('a case called off is cancelled, unless an account moved all the same: then something is left to undo', () => {
  expect(foldCase({ is_entered: true, is_cancelled: true }, ['cancelled', 'rejected'])).toBe('cancelled')
  expect(foldCase({ is_entered: true, is_cancelled: true }, ['cancelled', 'completed'])).toBe('compensating')
  expect(foldCase({ is_entered: true, is_cancelled: true }, ['cancel_requested', 'cancelled'])).toBe('compensating')
})

test('an answer only moves a leg forward', () => {
  expect(judge('pushed', 'acknowledge', false)).toBe('applied')
  expect(judge('pushed', 'complete', false)).toBe('applied_early')
  expect(judge('acknowledged', 'complete', true)).toBe('applied')
  expect(judge('completed', 'complete', true)).toBe('repeated')
  expect(judge('completed', 'acknowledge', true)).toBe('out_of_order')
  expect(judge('completed', 'reject', true)).toBe('refused')
  expect(judge('rejected', 'complete', true)).toBe('refused')
  expect(judge('armed', 'acknowledge', false)).toBe('refused')
  expect(judge('cancel_requested', 'complete', true)).toBe('applied')
})

test('the key of a push is the same for the same acceptance, kind and account, and names the round after a rejection', () => {
  const key = pushKey(['A1', 'gas', 'hmac'], null)
  expect(key).toBe('A1:gas:hmac')
  expect(pushKey(['A1', 'gas', 'hmac'], key)).toBe('A1:gas:hmac:r2')
  expect(pushKey(['A1', 'gas', 'hmac'], 'A1:gas:hmac:r2')).toBe('A1:gas:hmac:r3')
})

test('every sale of the demo stands where the fold of its legs puts it', () => {
  for (const { status, legs } of transferPlan)
    for (const plan of legs) {
      const statuses = plan.map((leg) => leg.status as LegStatus)
      const facts = { is_entered: isEntered(status), is_cancelled: status === 'cancelled' }
      expect([status, foldCase(facts, statuses)]).toEqual([status, status])
    }
})
