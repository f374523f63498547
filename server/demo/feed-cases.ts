import type { Context } from '../context.ts'
import { registerDatastream } from '../feeds/register.ts'
import type { DatastreamInput } from '../feeds/schemas.ts'
import { takeObservations } from '../feeds/take.ts'
import { publicId } from '../http/public-id.ts'
import { readings } from '../simulator/site-readings.ts'
import { actorOf } from './actor-of.ts'
import { contextAt } from './context-at.ts'
import type { District } from './district.ts'

/** What is measured at the demo's sites, and which of it comes to exceed its limit in the last day. All of it is invented. */
const kinds = [
  { property: 'dust', symbol: 'µg/m³', name: '大门扬尘（演示）' },
  { property: 'noise', symbol: 'dB(A)', name: '场界噪声（演示）' },
] as const
const sites = 4
const step_minutes = 5
const minute = 60_000

/** A day of observations for some digs under way, sent in the verbs of the room by their promoters: the first dig's dust and the second's noise exceed their limits. */
export async function feedSites(ctx: Context, { dig_project, organisation }: District): Promise<void> {
  const digs = dig_project.filter(({ stage }) => stage === 'in_progress').slice(0, sites)
  for (const [i, dig] of digs.entries()) {
    const firm = organisation.find(({ id }) => id === dig.promoter_id)!
    const own = contextAt(ctx, ctx.now, actorOf(firm, 'promoter'))
    for (const [k, { property, symbol, name }] of kinds.entries()) {
      const input: DatastreamInput = {
        '@iot.id': `demo-${i + 1}-${property}`,
        name,
        unitOfMeasurement: { symbol },
        ObservedProperty: { name: property },
        Sensor: { name: `DEMO-${property.toUpperCase()}-${i + 1}` },
        Thing: { '@iot.id': publicId('prj', dig.district_code, dig.id) },
      }
      const { district_code, id } = await registerDatastream(own, input)
      const from = ctx.now.getTime() - 24 * 60 * minute
      const moments = Array.from({ length: 288 }, (_, n) => new Date(from + (n + 1) * step_minutes * minute))
      await takeObservations(own, [
        {
          Datastream: { '@iot.id': publicId('dst', district_code, id) },
          components: ['phenomenonTime', 'result'],
          dataArray: readings(property, moments, { seed: 7 * i + k, over_last_minutes: i === k ? 90 : 0 }).map(
            ({ at, result }) => [at, result],
          ),
        },
      ])
    }
  }
}
