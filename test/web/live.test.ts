import { expect, test } from 'vitest'
import { isTouched, readChange } from '../../web/live.ts'

test('a change names the ids that are to be read again; a heartbeat names none', () => {
  expect(readChange('{"ids":["prj_510116_a","per_510116_b"]}')).toEqual({ ids: ['prj_510116_a', 'per_510116_b'] })
  for (const text of ['{}', '{"ids":[]}', 'not json', '{"ids":"prj"}', 'null']) expect(readChange(text)).toBeUndefined()
})

test('a changed dig is read again with everything under it, other digs are not, lists always are', () => {
  const change = { ids: ['prj_510116_a'] }
  expect(isTouched(['projects', 'prj_510116_a'], change)).toBe(true)
  expect(isTouched(['projects', 'prj_510116_a', 'history'], change)).toBe(true)
  expect(isTouched(['projects', 'prj_510116_b'], change)).toBe(false)
  expect(isTouched(['desk', 'list'], change)).toBe(true)
})
