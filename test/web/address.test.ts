import { expect, test } from 'vitest'
import { parseList, parseSearch, parseView, readSearch, writeSearch, writeView } from '../../web/shell/address.ts'
import { toggled } from '../../web/shell/filters.ts'
import { stages } from '../../web/map/palette.ts'

test('an address read and written again is the same address', () => {
  const text = '?map=13.50/30.57440/103.92350&stage=planned,permitted&sel=prj_510116_0b54e0a2&lang=en'
  expect(writeSearch(readSearch(parseSearch(text)))).toBe(text)
})

test('words that are not ours are dropped from an address, and a language we do not speak too', () => {
  expect(readSearch(parseSearch('?lang=fr&utm=x&card=red'))).toEqual({ card: 'red' })
})

test('a view survives the address to a metre, and what is not on earth is no view', () => {
  expect(parseView(writeView({ zoom: 13.5, lat: 30.5744, lng: 103.9235 }))).toEqual({
    zoom: 13.5,
    lat: 30.5744,
    lng: 103.9235,
  })
  for (const text of [undefined, '', '13.5', '13.5/30', '13.5/91/103', '99/30/103', 'a/b/c'])
    expect(parseView(text)).toBeUndefined()
})

test('a list says all, nothing, or what it lists', () => {
  expect([parseList('all'), parseList(undefined), parseList('a,b')]).toEqual([[], undefined, ['a', 'b']])
})

test('switching a stage off and on again lets everything through as before', () => {
  const without = toggled([], 'closed', stages)
  expect(without.split(',')).toEqual(stages.filter((stage) => stage !== 'closed'))
  expect(toggled(without.split(','), 'closed', stages)).toBe('all')
})

test('the last stage that is switched off shows all instead of an empty map', () => {
  expect(toggled(['planned'], 'planned', stages)).toBe('all')
})
