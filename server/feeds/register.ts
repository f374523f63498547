import { randomUUID } from 'node:crypto'
import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import type { Key } from '../http/public-id.ts'
import { findOwnProject, projectKey } from '../projects/find.ts'
import type { DatastreamInput } from './schemas.ts'

const registrars: readonly string[] = ['promoter', 'authority', 'inspector', 'admin']

/**
 * Registers a datastream at a dig: by its promoter, or by the city for a sensor of its own. 422 when the unit is not that of the limit, so that
 * no number is ever compared with another unit's; 409 when the sender has a stream of this name.
 */
export async function registerDatastream(ctx: Context, input: DatastreamInput): Promise<Key> {
  const project = await findOwnProject(ctx, projectKey(input.Thing['@iot.id']))
  if (!registrars.includes(ctx.actor.role)) throw new Problem(403, 'feeds/not-your-move')
  const property = input.ObservedProperty.name
  const rule = await ruleFor(ctx, project.district_code, `feed.${property}`, shanghaiDay(ctx.now))
  if (input.unitOfMeasurement.symbol !== rule.unit)
    throw invalid('feeds/invalid', [
      field('/unitOfMeasurement/symbol', 'feeds/wrong-unit', `单位应为 ${rule.unit}`, `the unit is ${rule.unit}`),
    ])
  const { district_code } = project
  const id = randomUUID()
  const [lon, lat] = input.observedArea?.coordinates ?? [null, null]
  const made = await ctx.system(() =>
    ctx.tx.one('feeds/insert_datastream', {
      district_code,
      id,
      project_id: project.id,
      external_id: input['@iot.id'],
      name: input.name,
      property,
      unit: rule.unit,
      sensor: input.Sensor.name,
      lon,
      lat,
      organisation_id: ctx.actor.organisation_id,
      now: ctx.now.toISOString(),
    }),
  )
  if (!made) throw new Problem(409, 'feeds/name-taken', { name: input['@iot.id'] })
  const subject = { district_code, subject_kind: 'datastream', subject_id: id }
  await ctx.emit({
    type: 'datastream.registered',
    ...subject,
    subject_version: 1,
    project_id: project.id,
    promoter_id: project.promoter_id,
    basis_zh: rule.basis_zh,
    basis_en: rule.basis_en,
    data: { property, unit: rule.unit },
  })
  await ctx.audit({ action: 'datastream.register', ...subject, detail: { property } })
  return { district_code, id }
}
