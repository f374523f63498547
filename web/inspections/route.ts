import type { Position } from '../map/geojson.ts'
import { metresTo } from './distance.ts'

/**
 * The order in which to see places, from where one stands: to the nearest one each time, then untangled where two legs cross (2-opt), as the crow flies.
 * For a day's round of some hundred places; the way is not closed.
 */
export function roundFrom<Place extends { center: Position }>(start: Position, places: readonly Place[]): Place[] {
  const left = [...places]
  const round: Place[] = []
  for (let at = start; left.length > 0; at = round.at(-1)!.center) {
    const nearest = left.reduce((best, place) => (away(at, place) < away(at, best) ? place : best))
    round.push(...left.splice(left.indexOf(nearest), 1))
  }
  return untangled(start, round)
}

/** How long a round is, in metres. */
export function lengthOf(start: Position, round: readonly { center: Position }[]): number {
  return round.reduce((sum, place, i) => sum + away(i === 0 ? start : round[i - 1]!.center, place), 0)
}

const away = (from: Position, { center }: { center: Position }) =>
  metresTo(from, { type: 'Point', coordinates: center })

/** Turns a stretch of the round around as long as that makes it shorter. */
function untangled<Place extends { center: Position }>(start: Position, round: Place[]): Place[] {
  const at = (i: number) => (i < 0 ? { center: start } : round[i])
  const leg = (a: number, b: number) => (at(a) && at(b) ? away(at(a)!.center, at(b)!) : 0)
  for (let isShorter = true, turns = 0; isShorter && turns < 50; turns++) {
    isShorter = false
    for (let i = 0; i < round.length - 1; i++)
      for (let j = i + 1; j < round.length; j++) {
        if (leg(i - 1, j) + leg(i, j + 1) >= leg(i - 1, i) + leg(j, j + 1) - 0.01) continue
        round.splice(i, j - i + 1, ...round.slice(i, j + 1).reverse())
        isShorter = true
      }
  }
  return round
}
