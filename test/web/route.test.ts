import { expect, test } from 'vitest'
import { lengthOf, roundFrom } from '../../web/inspections/route.ts'

const places = (...at: [number, number][]) => at.map((center) => ({ center }))
const home = [103.92, 30.57]

test('a round goes to the nearest place first and sees every place once', () => {
  const [near, middle, far] = places([103.921, 30.57], [103.925, 30.571], [103.94, 30.58])
  expect(roundFrom(home, [far!, near!, middle!])).toEqual([near, middle, far])
  expect(roundFrom(home, [])).toEqual([])
})

test('no round through few places is beaten by any other order by a quarter', () => {
  // a linear congruential generator: the same places every time
  let seed = 7
  const chance = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
  for (let i = 0; i < 40; i++) {
    const spots = places(
      ...Array.from({ length: 6 }, (): [number, number] => [103.9 + chance() / 20, 30.55 + chance() / 20]),
    )
    const round = roundFrom(home, spots)
    expect(new Set(round).size).toBe(6)
    const best = Math.min(...orders(spots).map((order) => lengthOf(home, order)))
    expect(lengthOf(home, round)).toBeLessThanOrEqual(best * 1.25)
  }
})

function orders<T>(of: readonly T[]): T[][] {
  if (of.length <= 1) return [[...of]]
  return of.flatMap((first, i) => orders([...of.slice(0, i), ...of.slice(i + 1)]).map((rest) => [first, ...rest]))
}
