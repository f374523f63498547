import type { Random } from '../demo/random.ts'
import { shiftDay, type Day } from '../clocks/working-days.ts'

const west = 103.9
const south = 30.55
const width = 0.05
const height = 0.04

/** The ground of a simulated district: about five kilometres square, west of nothing real. */
export const ground = {
  /** Two lines of a utility from west to east. */
  lines(random: Random, district_code: number, utility_id: string, theme: string, updated_at: string) {
    return [0, 1].map((i) => {
      const lat = south + height * (0.3 + 0.4 * i) + random.range(-0.004, 0.004)
      return {
        district_code,
        id: random.uuid(),
        utility_id,
        theme,
        kind: 'main',
        status: 'in_use',
        name: null,
        geom: JSON.stringify({
          type: 'LineString',
          coordinates: [
            [west, lat],
            [west + width, lat],
          ],
        }),
        updated_at,
      }
    })
  },
  /** A plan to dig: a trench of fifty to three hundred metres, some weeks ahead. */
  plan(random: Random, today: Day, number: number) {
    const lon = west + random.range(0.05, 0.9) * width
    const lat = south + random.range(0.05, 0.9) * height
    const turn = random.range(0, Math.PI)
    const length = random.range(0.0005, 0.003)
    const planned_from = shiftDay(today, random.between(5, 40))
    return {
      name: `模拟动土 ${number}`,
      kind: random.weighted({ pipeline_works: 6, road_excavation: 3, building_works: 1 }),
      geometry: {
        type: 'LineString',
        coordinates: [
          [lon, lat],
          [lon + length * Math.cos(turn), lat + length * Math.sin(turn)],
        ],
      },
      width_m: random.between(1, 4),
      depth_m: random.between(1, 4),
      planned_from,
      planned_to: shiftDay(planned_from, random.between(5, 45)),
    }
  },
}
