import { randomUUID } from 'node:crypto'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { spansOver, type Span, type Threshold } from './over-limit.ts'

export type Stream = Queries['feeds/lock_datastreams']['row']
const minute = 60_000

/** Finds what is over the limit around the new observations of a stream, lets breaches go on and begins new ones. Answers the ids of the new ones. */
export async function keepBreaches(ctx: Context, stream: Stream, fresh: readonly Date[]): Promise<string[]> {
  const [first, last] = [fresh[0]!, fresh.at(-1)!]
  const { district_code, id: datastream_id, property } = stream
  const rule = await ruleFor(ctx, district_code, `feed.${property}`, shanghaiDay(last))
  const threshold = rule.value as unknown as Threshold
  const reach = ((threshold.over_minutes ?? 0) + threshold.gap_minutes) * minute
  const around = await ctx.system(() =>
    ctx.tx.many('feeds/list_observations', {
      district_code,
      datastream_id,
      from: new Date(first.getTime() - reach).toISOString(),
      to: new Date(last.getTime() + reach).toISOString(),
      limit: 20_000,
    }),
  )
  const spans = spansOver(
    around.map((one) => ({ at: new Date(one.phenomenon_at), result: one.result, code: one.result_code })),
    threshold,
  )
  const begun: string[] = []
  for (const span of spans) {
    const id = await keep(ctx, stream, span, { ...rule, gap_minutes: threshold.gap_minutes })
    if (id) begun.push(id)
  }
  return begun
}

type Basis = { basis_zh: string; basis_en: string; gap_minutes: number }

async function keep(ctx: Context, stream: Stream, span: Span, basis: Basis): Promise<string | null> {
  const { district_code, id: datastream_id, project_id, property, unit, promoter_id, contractor_id } = stream
  const { basis_zh, basis_en, gap_minutes } = basis
  const during = {
    district_code,
    datastream_id,
    began_at: span.began_at.toISOString(),
    last_at: span.last_at.toISOString(),
    peak: span.peak,
    code: span.code,
  }
  if (await ctx.system(() => ctx.tx.one('feeds/extend_breach', { ...during, gap_minutes }))) return null
  const id = randomUUID()
  const parties = { promoter_id, contractor_id }
  await ctx.system(() =>
    ctx.tx.run('feeds/insert_breach', {
      ...during,
      ...parties,
      id,
      project_id,
      property,
      limit_value: span.limit,
      unit,
      basis_zh,
      basis_en,
      now: ctx.now.toISOString(),
    }),
  )
  const subject = { district_code, subject_kind: 'breach', subject_id: id }
  const seen = { property, peak: span.peak, code: span.code, limit: span.limit, unit }
  await ctx.emit({
    type: 'breach.began',
    ...subject,
    subject_version: 1,
    project_id,
    promoter_id,
    basis_zh,
    basis_en,
    data: { ...seen, began_at: during.began_at },
  })
  await ctx.audit({ action: 'breach.notice', ...subject, detail: seen })
  return id
}
