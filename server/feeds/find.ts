import { shanghaiDay } from '../clocks/working-days.ts'
import { ruleFor } from '../clocks/rules.ts'
import type { Context } from '../context.ts'
import { notFound } from '../http/problem.ts'
import { parsePublicId, publicId } from '../http/public-id.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import type { properties } from './schemas.ts'

const day_ms = 86_400_000
type Property = (typeof properties)[number]

/** What is measured at a dig: each stream with the limit in force and the last 24 hours by the hour. For staff and the dig's parties; else 404. */
export async function listDatastreams(ctx: Context, project: string) {
  const { district_code, id: project_id } = await findOwnProject(ctx, projectKey(project))
  const streams = await ctx.tx.many('feeds/list_datastreams', { district_code, project_id })
  if (streams.length === 0) return []
  const from = new Date(ctx.now.getTime() - day_ms).toISOString()
  const hours = await ctx.system(() => ctx.tx.many('feeds/list_hours', { district_code, project_id, from }))
  return Promise.all(
    streams.map(async ({ district_code: at, id, property, ...row }) => {
      const rule = await ruleFor(ctx, at, `feed.${property}`, shanghaiDay(ctx.now))
      return {
        ...row,
        '@iot.id': publicId('dst', at, id),
        project_id: project,
        property: property as Property,
        position: row.position ?? null,
        threshold: { ...rule.value, unit: rule.unit, basis_zh: rule.basis_zh, basis_en: rule.basis_en },
        hours: hours.filter(({ datastream_id }) => datastream_id === id).map(({ datastream_id: _d, ...one }) => one),
      }
    }),
  )
}

/** Observations of a stream as SensorThings has them, the earliest first. */
export async function listObservations(ctx: Context, id: string, span: { from: string; to: string; limit: number }) {
  const key = parsePublicId('dst', id)
  const stream = key && ctx.actor.role !== 'public' ? await ctx.tx.one('feeds/find_datastream', key) : null
  if (!stream) throw notFound('feeds')
  const of = { district_code: stream.district_code, datastream_id: stream.id }
  const rows = await ctx.system(() => ctx.tx.many('feeds/list_observations', { ...of, ...span }))
  return rows.map((row) => ({ phenomenonTime: row.phenomenon_at, result: row.result ?? row.result_code! }))
}

/** Breaches, the last first: of one dig or of all that the caller sees. */
export async function listBreaches(ctx: Context, { project_id, limit }: { project_id?: string; limit: number }) {
  if (ctx.actor.role === 'public') throw notFound('feeds')
  const project = project_id ? await findOwnProject(ctx, projectKey(project_id)) : null
  const district_code = project?.district_code ?? ctx.actor.district_code
  const rows = await ctx.tx.many('feeds/list_breaches', { district_code, project_id: project?.id ?? null, limit })
  return rows.map(({ district_code: at, ...row }) => ({
    ...row,
    id: publicId('bre', at, row.id),
    datastream_id: publicId('dst', at, row.datastream_id),
    project_id: publicId('prj', at, row.project_id),
  }))
}
