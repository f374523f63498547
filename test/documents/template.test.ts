import { expect, test } from 'vitest'
import { chineseDay, chineseDayOf } from '../../server/documents/chinese.ts'
import { documentNumber } from '../../server/documents/number.ts'
import { fill, templates } from '../../server/documents/template.ts'
import { degrees, scaleBar } from '../../server/documents/map-frame.ts'
import { world } from '../world.ts'

test('a day is written as an office writes it, an instant by its day in Shanghai', () => {
  expect(chineseDay('2026-03-02')).toBe('2026年3月2日')
  expect(chineseDayOf('2026-03-02T16:00:00Z')).toBe('2026年3月3日')
  expect(() => chineseDay('2026-02-30')).toThrow('not a day')
})

test('the document number follows the permit, the dig where there is none, and counts a second one', () => {
  expect(documentNumber('动土许', 'DP-510116-2026-000012-P01', 0)).toBe('动土许〔2026〕510116-000012-01号')
  expect(documentNumber('动土停', 'DP-510116-2026-000012', 0)).toBe('动土停〔2026〕510116-000012号')
  expect(documentNumber('动土特', 'DP-510116-2026-000012-P01', 1)).toBe('动土特〔2026〕510116-000012-01-2号')
})

test('a template that says what its move does not have is an error, never a hole in a paper', () => {
  expect(fill('自{moved_on}起', { moved_on: '今天' })).toBe('自今天起')
  expect(() => fill('因{reason}', { reason: null })).toThrow('{reason}')
})

test('no article of a law stands in a template: each comes from a dated rule that exists', async () => {
  const w = await world()
  expect(JSON.stringify(templates())).not.toMatch(/第[一二三四五六七八九十百\d]+条|条例|《/)
  const keys = [...new Set(Object.values(templates()).flatMap(({ bases }) => bases))]
  const known = await w.look(({ tx }) =>
    tx.raw<{ key: string }>(`select distinct key from rule where key = any ($1)`, [keys]),
  )
  expect(known.map(({ key }) => key).sort()).toEqual(keys.sort())
})

test('who reviews a decision changed with the law of 2023: an older decision names the older law', async () => {
  const w = await world()
  const bases = await w.look(({ tx }) =>
    tx.raw<{ basis_zh: string; valid_from: string }>(
      `select basis_zh, valid_from from rule where key = 'appeal.reconsideration' order by valid_from`,
    ),
  )
  expect(bases.map(({ basis_zh }) => basis_zh)).toEqual([
    expect.stringContaining('1999'),
    expect.stringContaining('2023年修订'),
  ])
})

test('coordinates at the edge of a map are degrees, minutes and seconds; the scale bar is a round number that fits', () => {
  expect(degrees(103.92, 'E')).toBe('103°55′12.00″E')
  expect(degrees(30.999999, 'N')).toBe('31°00′00.00″N')
  for (const metres_per_point of [0.05, 0.35, 1, 7.3, 40]) {
    const words = scaleBar(metres_per_point).flatMap((mark) => (mark.kind === 'word' ? [mark.text] : []))
    expect(words[1]).toMatch(/^[125]0* m$/)
  }
})
