import { expect, test } from 'vitest'
import { boxAround, countsOf, groupsOf, passing } from '../../web/desk/groups.ts'
import type { Matter } from '../../web/desk/matter.ts'

const matter = (given: Partial<Matter>): Matter => ({
  id: 'clk',
  subject_kind: 'permit',
  subject_id: null,
  case_id: null,
  project_id: null,
  reference: null,
  title_zh: '',
  title_en: '',
  due_on: '2026-11-25',
  card: 'none',
  card_owner: null,
  why: 'permit.decision',
  basis_zh: '',
  basis_en: '',
  provisional: false,
  center: null,
  is_mine: true,
  forecast: null,
  project_kind: 'pipeline_works',
  town: null,
  permit: null,
  ...given,
})
const everything = { cards: [], kinds: [], town: undefined, clock: undefined }

test('matters are grouped by clock, the one with the most urgent first, and within a clock by day', () => {
  const groups = groupsOf([
    matter({ id: 'a', why: 'permit.delivery', due_on: '2026-11-26' }),
    matter({ id: 'b', due_on: '2026-11-27' }),
    matter({ id: 'c', why: 'permit.delivery', due_on: '2026-11-24' }),
    matter({ id: 'd', due_on: '2026-11-27' }),
  ])
  expect(groups.map(({ clock, count, days }) => [clock, count, days.map((day) => day.due_on)])).toEqual([
    ['permit.delivery', 2, ['2026-11-24', '2026-11-26']],
    ['permit.decision', 2, ['2026-11-27']],
  ])
})

test('a filter lets through what fits all of it; an empty one lets everything through', () => {
  const town = { code: '510116001', name_zh: '东升街道', name_en: null }
  const matters = [matter({ id: 'a', card: 'red', town }), matter({ id: 'b', project_kind: 'building_works' })]
  const ids = (filter: object) => passing(matters, { ...everything, ...filter }).map(({ id }) => id)
  expect(ids({})).toEqual(['a', 'b'])
  expect(ids({ cards: ['red'] })).toEqual(['a'])
  expect(ids({ kinds: ['building_works'] })).toEqual(['b'])
  expect(ids({ town: '510116001' })).toEqual(['a'])
  expect(ids({ cards: ['red'], kinds: ['building_works'] })).toEqual([])
})

test('the counts tell what is over, due today and carded', () => {
  const matters = [
    matter({ due_on: '2026-11-24', card: 'red' }),
    matter({ card: 'yellow' }),
    matter({ due_on: '2026-11-30' }),
  ]
  expect(countsOf(matters, '2026-11-25')).toEqual({ over: 1, today: 1, yellow: 1, red: 1 })
})

test('the box holds every place there is', () => {
  expect(boxAround([matter({}), matter({ center: [103.9, 30.5] }), matter({ center: [104, 30.4] })])).toEqual([
    103.9, 30.4, 104, 30.5,
  ])
  expect(boxAround([matter({})])).toBeUndefined()
})
