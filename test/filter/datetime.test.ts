import { expect, test } from 'vitest'
import { readDatetime } from '../../server/filter/datetime.ts'

const at = { pointer: '/datetime' }

test.each([
  ['2026-03-01', '2026-03-01', '2026-03-01'],
  ['2026-03-01T16:00:00Z', '2026-03-02', '2026-03-02'],
  ['2026-03-01T15:59:59Z/2026-03-01T16:00:00Z', '2026-03-01', '2026-03-02'],
  ['2026-01-01/2026-12-31', '2026-01-01', '2026-12-31'],
  ['2026-01-01/..', '2026-01-01', null],
  ['../2026-01-01', null, '2026-01-01'],
  ['/2026-01-01', null, '2026-01-01'],
  ['2026-01-01/', '2026-01-01', null],
  ['../..', null, null],
  ['2026-03-01T/..', '2026-03-01', null],
  ['2026-01-16/P2D', '2026-01-16', '2026-01-18'],
  ['2026-01-31/P1M', '2026-01-31', '2026-02-28'],
  ['P1Y/2024-02-29', '2023-02-28', '2024-02-29'],
  ['2026-01-01/P1WT24H', '2026-01-01', '2026-01-09'],
])('%s is %s to %s', (text, from, to) => expect(readDatetime(text, at)).toEqual({ from, to }))

test.each([
  '2026-02-30',
  'yesterday',
  '2026-01-02/2026-01-01',
  '2026-01-01/2026-01-02/2026-01-03',
  'P1D/P1D',
  'P1D/..',
  '2026-01-01/P',
  '2026-03-01T10:00:00',
])('%s is refused', (text) => {
  expect(() => readDatetime(text, at)).toThrow(
    expect.objectContaining({
      status: 422,
      errors: [expect.objectContaining({ pointer: '/datetime', code: 'filter/malformed-time' })],
    }),
  )
})
