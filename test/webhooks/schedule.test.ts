import { expect, test } from 'vitest'
import { nextAttemptSeconds, retry_after_seconds } from '../../server/webhooks/schedule.ts'

test('a delivery is tried eight times over 27 h 35 min and then given up', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((failed) => nextAttemptSeconds(failed, 0))
  expect(waits).toEqual([5, 300, 1800, 7200, 18000, 36000, 36000])
  expect(retry_after_seconds.reduce((sum, wait) => sum + wait, 0)).toBe((27 * 60 + 35) * 60 + 5)
  expect(nextAttemptSeconds(8, 0)).toBeNull()
})

test('chance lengthens a wait by at most a fifth and never shortens it', () => {
  expect(nextAttemptSeconds(2, 0.999_999)).toBe(360)
  expect(nextAttemptSeconds(2, 0.5)).toBe(330)
})

test('a receiver that asks for a longer wait gets it, one that asks for a shorter does not', () => {
  expect(nextAttemptSeconds(1, 0, 120)).toBe(120)
  expect(nextAttemptSeconds(3, 0, 120)).toBe(1800)
  expect(nextAttemptSeconds(8, 0, 120)).toBeNull()
})
