import { beforeAll, expect, test } from 'vitest'
import { collections } from '../../server/filter/collections.ts'
import { columnsOf } from '../../server/filter/columns-of.ts'
import { filterPiece, readFilter } from '../../server/filter/read-filter.ts'
import { Problem } from '../../server/http/problem.ts'
import { world, type World } from '../world.ts'
import { countRoads, layRoads } from './roads.ts'

const columns = columnsOf(collections.get('roads')!)

function faultOf(filter: unknown) {
  try {
    filterPiece(readFilter(filter), columns)
  } catch (error) {
    if (error instanceof Problem)
      return { status: error.status, ...(error.errors[0] as unknown as Record<string, unknown>) }
    throw error
  }
  return null
}

/** Where each wrong text stops making sense, shown by the character under the caret. */
test.each([
  ['class = ', '        ^', 'filter/syntax'],
  ["class == 'x'", '       ^', 'filter/syntax'],
  ["class = 'x", '        ^', 'filter/syntax'],
  ["class = 'x' and", '               ^', 'filter/syntax'],
  ["class = 'x') and true", '           ^', 'filter/syntax'],
  ["(class = 'x'", '            ^', 'filter/syntax'],
  ["class = 'x'; drop table road_segment", '           ^', 'filter/syntax'],
  ["class = 'x' -- y", '        ^', 'filter/type-mismatch'],
  ["klass = 'x'", '^', 'filter/unknown-property'],
  ["true and __proto__ = 'x'", '         ^', 'filter/unknown-property'],
  ['district_code = 1', '^', 'filter/unknown-property'],
  ['lanes > 2 and class > 5', '                      ^', 'filter/type-mismatch'],
  ['class', '^', 'filter/type-mismatch'],
  ['lanes = 2 = 2', '          ^', 'filter/syntax'],
  ["lanes like 'x'", '^', 'filter/type-mismatch'],
  ["class like 'x\\'", '           ^', 'filter/syntax'],
  ["class like 'x\\\\\\x\\' ", '           ^', 'filter/syntax'],
  ["lower(class) = 'x'", '^', 'filter/unknown-function'],
  ['pg_sleep(10) is null', '^', 'filter/unknown-function'],
  ["A_CONTAINS(class, ('x'))", '^', 'filter/not-supported'],
  ["handed_over_on > DATE('2026-02-30')", '                      ^', 'filter/malformed-time'],
  ["updated_at > TIMESTAMP('2026-02-20')", '                       ^', 'filter/malformed-time'],
  ["updated_at > DATE('2026-02-20')", '                  ^', 'filter/type-mismatch'],
  ["T_DURING(updated_at, INTERVAL('2026-03-02', '2026-03-01'))", '                     ^', 'filter/interval-reversed'],
  ["T_AFTER(class, DATE('2026-01-01'))", '        ^', 'filter/type-mismatch'],
  ['S_INTERSECTS(geometry)', '^', 'filter/wrong-arguments'],
  ['S_INTERSECTS(geometry, lanes)', '                       ^', 'filter/type-mismatch'],
  ['S_INTERSECTS(geometry, POINT(103.92))', '                                   ^', 'filter/syntax'],
  ['S_INTERSECTS(geometry, POINT(30.57 103.92))', '                             ^', 'filter/out-of-range'],
  [
    'S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1)))',
    '                                ^',
    'filter/malformed-geometry',
  ],
  [
    'S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1, 0 1)))',
    '                                ^',
    'filter/malformed-geometry',
  ],
  ['S_INTERSECTS(geometry, BBOX(1, 2, 3))', '                       ^', 'filter/wrong-arguments'],
  ['lanes > 1e999', '        ^', 'filter/out-of-range'],
])('%s', (text, caret, code) => {
  expect(faultOf(text)).toMatchObject({
    status: 422,
    pointer: '/filter',
    code,
    position: caret.indexOf('^'),
    message_zh: expect.any(String),
    message_en: expect.any(String),
  })
})

test.each([
  [{ op: 'drop', args: [] }, '/filter/op', 'filter/unknown-function'],
  [{ op: '=', args: [{ property: 'klass' }, 1] }, '/filter/args/0/property', 'filter/unknown-property'],
  [{ op: '=', args: [1] }, '/filter/args', 'filter/syntax'],
  [
    { op: 'and', args: [true, { op: '=', args: [{ property: 'lanes' }, 'x'] }] },
    '/filter/args/1/args/1',
    'filter/type-mismatch',
  ],
  [{ op: 'in', args: [{ property: 'lanes' }, 3] }, '/filter/args/1', 'filter/syntax'],
  [
    { op: 's_intersects', args: [{ property: 'geometry' }, { type: 'Point', coordinates: ['a', 1] }] },
    '/filter/args/1/coordinates',
    'filter/malformed-geometry',
  ],
  [{ property: null }, '/filter', 'filter/syntax'],
])('%j', (filter, pointer, code) => expect(faultOf(filter)).toMatchObject({ pointer, code }))

test('a filter too long, too deep or too wide is refused, not tried', () => {
  expect(faultOf(`class = '${'x'.repeat(60_000)}'`)).toMatchObject({ code: 'filter/too-long' })
  expect(faultOf('('.repeat(5000) + 'true' + ')'.repeat(5000))).toMatchObject({ code: 'filter/too-complex' })
  expect(faultOf('not '.repeat(4000) + 'true')).toMatchObject({ code: 'filter/too-complex' })
  expect(faultOf('lanes = ' + '-'.repeat(4000) + '1')).toMatchObject({ code: 'filter/too-complex' })
  expect(faultOf('lanes = 1' + '+1'.repeat(4000))).toMatchObject({ code: 'filter/too-complex' })
  let deep: unknown = true
  for (let i = 0; i < 5000; i++) deep = { op: 'not', args: [deep] }
  expect(faultOf(deep)).toMatchObject({ code: 'filter/too-complex' })
  expect(faultOf(`lanes in (${Array.from({ length: 4000 }, (_, i) => i).join(', ')})`)).toBeNull()
})

let w: World
beforeAll(async () => {
  w = await world()
  await layRoads(w)
})

test('values are bound: a quote, a comment or a placeholder in a text is text', async () => {
  for (const text of [`'' or true --`, `x'' ; drop table road_segment; --`, '$1', ':district_code', '%s'])
    expect(await countRoads(w, `name = '${text}'`), text).toBe(0)
  expect(await countRoads(w, 'true')).toBe(8)
})

test('arithmetic that goes out of range while it runs is the fault of the filter', async () => {
  await expect(countRoads(w, 'lanes ^ 999999 > 1')).rejects.toMatchObject({
    status: 422,
    errors: [{ pointer: '/filter', code: 'filter/not-computable' }],
  })
})

test('the widest filter that is allowed also runs', async () => {
  const wide = Array.from({ length: 240 }, (_, i) => `lanes = ${i % 7}`).join(' or ')
  expect(await countRoads(w, wide)).toBe(7)
  expect(await countRoads(w, `lanes = 2${'+0'.repeat(450)}`)).toBe(2)
})
