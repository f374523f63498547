import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid, notFound, type FieldError } from '../http/problem.ts'
import { parsePublicId, publicId } from '../http/public-id.ts'
import { keepBreaches, type Stream } from './keep-breaches.ts'
import type { Observed } from './over-limit.ts'
import type { ObservationsInput } from './schemas.ts'

type Row = Observed & { pointer: string }
const hour = 3_600_000

/**
 * Takes observations in: all of them or, with a pointer to each that does not fit, none. Sent twice they are kept once. What is over a limit begins a breach
 * or lets one go on; the breaches that began are answered. Only who registered a stream sends for it: else 404.
 */
export async function takeObservations(ctx: Context, input: ObservationsInput) {
  const rows = byStream(input)
  const { district_code } = ctx.actor
  const ids = [...rows.keys()].map((id) => streamId(id, district_code))
  const streams = await ctx.system(() => ctx.tx.many('feeds/lock_datastreams', { district_code, ids }))
  if (streams.length < ids.length || streams.some((one) => one.organisation_id !== ctx.actor.organisation_id))
    throw notFound('feeds')
  const rule = await ruleFor(ctx, district_code, 'feed', shanghaiDay(ctx.now))
  const errors: FieldError[] = []
  for (const stream of streams)
    errors.push(...faultsOf(ctx.now, stream, rows.get(keyOf(stream))!, rule.value.late_hours as number))
  if (errors.length > 0) throw invalid('feeds/invalid', errors.slice(0, 50))
  const breaches: string[] = []
  let kept = 0
  for (const stream of streams) {
    const sent = rows.get(keyOf(stream))!
    const fresh = await ctx.system(() => keepRows(ctx, stream, sent))
    kept += fresh.length
    if (fresh.length > 0) breaches.push(...(await keepBreaches(ctx, stream, fresh)))
  }
  const received = [...rows.values()].reduce((sum, sent) => sum + sent.length, 0)
  return { received, kept, breaches: breaches.map((id) => publicId('bre', district_code, id)) }
}

/** Observations by the public id of their stream, each with the pointer to where it stood in the request. */
function byStream(input: ObservationsInput): Map<string, Row[]> {
  const rows = new Map<string, Row[]>()
  const add = (id: string, at: string, result: number | string, pointer: string) => {
    const isNumber = typeof result === 'number'
    const row = { at: new Date(at), result: isNumber ? result : null, code: isNumber ? null : result, pointer }
    const sent = rows.get(id)
    if (sent) sent.push(row)
    else rows.set(id, [row])
  }
  if (!Array.isArray(input)) add(input.Datastream['@iot.id'], input.phenomenonTime, input.result, '')
  else
    for (const [i, { Datastream, dataArray }] of input.entries())
      for (const [j, [at, result]] of dataArray.entries())
        add(Datastream['@iot.id'], at, result, `/${i}/dataArray/${j}`)
  return rows
}

function streamId(id: string, district_code: number): string {
  const key = parsePublicId('dst', id)
  if (!key || key.district_code !== district_code) throw notFound('feeds')
  return key.id
}
const keyOf = ({ district_code, id }: Stream) => publicId('dst', district_code, id)

function faultsOf(now: Date, { property }: Stream, rows: Row[], late_hours: number): FieldError[] {
  const isAlarm = property === 'muck_truck' || property === 'camera'
  return rows.flatMap(({ at, code, pointer }) => [
    ...(at > now ? [field(pointer, 'feeds/in-future', '观测时间在将来', 'it was observed in the future')] : []),
    ...(now.getTime() - at.getTime() > late_hours * hour
      ? [field(pointer, 'feeds/too-late', `早于 ${late_hours} 小时前`, `it is older than ${late_hours} hours`)]
      : []),
    ...((code !== null) !== isAlarm
      ? [
          isAlarm
            ? field(pointer, 'feeds/code-needed', '报警须为代码', 'an alarm is a code')
            : field(pointer, 'feeds/number-needed', '观测值须为数字', 'a measured result is a number'),
        ]
      : []),
  ])
}

async function keepRows(ctx: Context, { district_code, id }: Stream, rows: Row[]): Promise<Date[]> {
  const fresh = await ctx.tx.many('feeds/insert_observations', {
    district_code,
    datastream_id: id,
    moments: rows.map(({ at }) => at.toISOString()),
    results: rows.map(({ result }) => result) as number[],
    codes: rows.map(({ code }) => code) as string[],
    now: ctx.now.toISOString(),
  })
  await ctx.tx.run('feeds/keep_latest', { district_code, id })
  return fresh.map(({ phenomenon_at }) => new Date(phenomenon_at)).sort((a, b) => a.getTime() - b.getTime())
}
