import { expect, test } from 'vitest'
import { retryAfterSeconds } from '../../server/webhooks/retry-after.ts'

const now = new Date('2026-11-23T08:00:00Z')

test.each([
  ['120', 120],
  [' 7 ', 7],
  ['Mon, 23 Nov 2026 08:01:30 GMT', 90],
  ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
  ['99999999', 86_400],
  ['Tue, 23 Nov 2027 08:00:00 GMT', 86_400],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['', null],
  [null, null],
])('Retry-After %j means %j seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, now)).toBe(seconds)
})
