import { expect, test } from 'vitest'
import { fieldsOf, operationsOf, valuesOf, type Action } from '../../web/operations/operation.ts'

const action = (given: Partial<Action>): Action => ({
  name: 'permit.refuse',
  href: '/api/permits/per_510116_x/refuse',
  method: 'POST',
  allowed: true,
  reason: null,
  ...given,
})

test('what may not be done stays, off, with the reason', () => {
  const [operation] = operationsOf([action({ allowed: false, reason: 'works/sites-open' })])
  expect(operation).toMatchObject({ disabled: 'works/sites-open' })
})

test('what carries the life on comes before its side ways', () => {
  const names = operationsOf([action({}), action({ name: 'permit.grant', href: '/grant' })]).map(({ name }) => name)
  expect(names).toEqual(['permit.grant', 'permit.refuse'])
})

test('the kinds of input of a move become fields, required ones marked', () => {
  expect(fieldsOf({ reason: 'text_required', conditions: 'items', outcome: 'choice:passed,failed_low' })).toEqual([
    { name: 'reason', kind: 'text', isRequired: true, options: [] },
    { name: 'conditions', kind: 'items', isRequired: false, options: [] },
    { name: 'outcome', kind: 'choice', isRequired: false, options: ['passed', 'failed_low'] },
  ])
})

test('a form gives numbers as numbers, lists by line, instants with the offset of Shanghai, and leaves out what was not filled in', () => {
  const form = new FormData()
  form.set('depth_m', '1.8')
  form.set('conditions', 'night work only\n\n plates over the trench ')
  form.set('at', '2026-11-24T09:30')
  form.set('note', '  ')
  form.set('made_safe', 'on')
  const fields = fieldsOf({
    depth_m: 'number',
    conditions: 'items',
    at: 'datetime',
    note: 'text',
    made_safe: 'boolean',
    told: 'boolean',
  })
  expect(valuesOf(form, fields)).toEqual({
    depth_m: 1.8,
    conditions: ['night work only', 'plates over the trench'],
    at: '2026-11-24T09:30:00+08:00',
    made_safe: true,
    told: false,
  })
})
