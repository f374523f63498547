import { expect, test } from 'vitest'
import { createBuckets } from '../../server/http/buckets.ts'

const minute = 60_000

function start(most = 100) {
  const clock = { now: Date.parse('2026-03-02T02:00:00Z') }
  const buckets = createBuckets({ most, wall: () => clock.now })
  const take = (key = 'a') => buckets.take(key, 6, minute)
  return { clock, buckets, take }
}

test('the whole quota may be used at once, and not one more', () => {
  const { take } = start()
  expect([1, 2, 3, 4, 5, 6].map(() => take().remaining)).toEqual([5, 4, 3, 2, 1, 0])
  expect(take()).toEqual({ isAllowed: false, remaining: 0, seconds: 10 })
})

test('a quota that does not divide its window is allowed to its last request', () => {
  for (const quota of [7, 60, 120, 300, 600, 1800, 3000]) {
    const { buckets } = start()
    const allowed = Array.from({ length: quota + 1 }, () => buckets.take('a', quota, minute).isAllowed)
    expect(allowed.lastIndexOf(true), `quota ${quota}`).toBe(quota - 1)
  }
})

test('what was used comes back bit by bit, and the wait that is named is enough', () => {
  const { clock, take } = start()
  for (let i = 0; i < 6; i++) take()
  clock.now += take().seconds * 1000
  expect(take()).toMatchObject({ isAllowed: true, remaining: 0, seconds: 60 })
  expect(take().isAllowed).toBe(false)
  clock.now += minute
  expect(take().remaining).toBe(5)
})

test('one caller does not use up the quota of another', () => {
  const { take } = start()
  for (let i = 0; i < 7; i++) take('a')
  expect(take('b')).toMatchObject({ isAllowed: true, remaining: 5 })
})

test('what is given back may be used again', () => {
  const { buckets, take } = start()
  for (let i = 0; i < 6; i++) take()
  buckets.giveBack('a', 6, minute)
  expect(take().isAllowed).toBe(true)
  expect(take().isAllowed).toBe(false)
})

test('however many callers there are, the memory is bounded; the one heard of longest ago is forgotten', () => {
  const { buckets, take } = start(100)
  for (let i = 0; i < 7; i++) take('first')
  for (let i = 0; i < 1000; i++) take(`caller ${i}`)
  expect(buckets.size()).toBe(100)
  expect(take('first').remaining).toBe(5)
})

test('a clock that is set back locks nobody out for longer than a window', () => {
  const { clock, take } = start()
  for (let i = 0; i < 6; i++) take()
  clock.now -= 24 * 60 * minute
  clock.now += 1000
  expect(take().seconds).toBeLessThanOrEqual(60)
})
