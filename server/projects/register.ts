import { randomUUID } from 'node:crypto'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { checkGeometry, type CheckedShape } from '../geometry/rules.ts'
import { field, invalid, Problem, type FieldError, fieldOf } from '../http/problem.ts'
import { parsePublicId } from '../http/public-id.ts'
import { responsibleFor } from './responsible.ts'
import type { ProjectInput } from './schemas.ts'
import { takeReference } from './take-reference.ts'

type Checked = Extract<CheckedShape, { ok: true }>
export interface Registered {
  district_code: number
  id: string
  reference: string
  findings: FieldError[]
}

/**
 * Files a plan to dig: its shape passes every rule, it lies where an authority is responsible, it does not lie in the past.
 * Creates the project, its works machine and its sites; stage planned. 422 names each field that is wrong.
 */
export async function registerProject(
  ctx: Context,
  input: ProjectInput,
  options: { emergency_cause?: string; allow_past?: boolean } = {},
): Promise<Registered> {
  const shapes = checkInput(ctx, input, options.allow_past ?? false)
  const promoter = await promoterOf(ctx, input)
  const { district_code, ...responsible } = await responsibleFor(ctx, shapes.whole.area)
  const id = randomUUID()
  const now = ctx.now.toISOString()
  const recorded_at = ctx.wall.toISOString()
  const { touched, outside, ...units } = responsible
  const reference = await takeReference(ctx, district_code, 'DP')
  const contractor_id = input.contractor_id ? (parsePublicId('org', input.contractor_id)?.id ?? null) : null
  await ctx.system(async () => {
    await ctx.tx.run('projects/insert_project', {
      district_code,
      id,
      reference,
      ...promoter,
      ...units,
      contractor_id,
      project_code: input.project_code ?? null,
      name: input.name,
      name_en: input.name_en ?? null,
      description: input.description ?? null,
      kind: input.kind,
      contractor_name: input.contractor_name ?? null,
      planned_from: input.planned_from,
      planned_to: input.planned_to,
      depth_m: input.depth_m ?? null,
      width_m: input.width_m ?? null,
      is_retrospective: options.emergency_cause !== undefined,
      emergency_cause: options.emergency_cause ?? null,
      geometry: JSON.stringify(shapes.whole.area),
      centre_line: lineOf(shapes.whole),
      works_id: randomUUID(),
      touched: JSON.stringify(touched.map((code) => ({ code }))),
      now,
      recorded_at,
    })
    for (const [i, site] of shapes.sites.entries()) {
      const given = input.sites?.[i]
      await ctx.tx.run('projects/insert_site', {
        district_code,
        id: randomUUID(),
        project_id: id,
        number: i + 1,
        name: given?.name ?? '全段',
        name_en: given ? (given.name_en ?? null) : 'Whole dig',
        depth_m: given?.depth_m ?? input.depth_m ?? null,
        planned_from: given?.planned_from ?? input.planned_from,
        planned_to: given?.planned_to ?? input.planned_to,
        geometry: JSON.stringify(site.area),
        promoter_id: promoter.promoter_id,
        contractor_id,
        now,
        recorded_at,
      })
    }
  })
  await ctx.emit({
    type: 'project.registered',
    district_code,
    subject_kind: 'project',
    subject_id: id,
    subject_version: 1,
    project_id: id,
    promoter_id: promoter.promoter_id,
    data: { reference, kind: input.kind },
  })
  await ctx.audit({
    action: 'project.register',
    district_code,
    subject_kind: 'project',
    subject_id: id,
    detail: { reference },
  })
  return { district_code, id, reference, findings: [...shapes.whole.findings.map(fieldOf), ...outside] }
}

function checkInput(ctx: Context, input: ProjectInput, allowPast: boolean): { whole: Checked; sites: Checked[] } {
  const errors: FieldError[] = []
  const check = (geometry: unknown, extent: { width_m?: number | null; radius_m?: number | null }, pointer: string) => {
    const shape = checkGeometry(geometry, { ...extent, crs: input.crs, pointer })
    if (!shape.ok) errors.push(...shape.findings.map(fieldOf))
    return shape
  }
  const whole = check(input.geometry, input, '/geometry')
  const sites = (input.sites ?? []).map((site, i) => check(site.geometry, site, `/sites/${i}/geometry`))
  if (input.planned_to < input.planned_from)
    errors.push(
      field('/planned_to', 'projects/period-reversed', '结束日期早于开始日期', 'the end lies before the beginning'),
    )
  if (!allowPast && input.planned_to < shanghaiDay(ctx.now))
    errors.push(field('/planned_to', 'projects/in-the-past', '计划工期已过去', 'the planned period lies in the past'))
  if (errors.length > 0) throw invalid('projects/invalid', errors)
  return { whole: whole as Checked, sites: sites.length > 0 ? (sites as Checked[]) : [whole as Checked] }
}

/** A promoter files for itself; planners and the authority name the promoter they file for. */
async function promoterOf(ctx: Context, input: ProjectInput): Promise<{ promoter_id: string; promoter_name: string }> {
  if (ctx.actor.role === 'promoter')
    return { promoter_id: ctx.actor.organisation_id!, promoter_name: ctx.actor.organisation_name! }
  if (!['planner', 'authority', 'system'].includes(ctx.actor.role)) throw new Problem(403, 'projects/not-your-move')
  const key = input.promoter_id ? parsePublicId('org', input.promoter_id) : null
  const found = key && (await ctx.system(() => ctx.tx.one('projects/find_organisation', key)))
  if (!found)
    throw invalid('projects/invalid', [
      field('/promoter_id', 'projects/promoter-unknown', '建设单位不存在', 'no such promoter'),
    ])
  return { promoter_id: found.id, promoter_name: found.name_zh }
}

function lineOf(shape: Checked): string | null {
  const { geometry } = shape
  return geometry.type === 'LineString' || geometry.type === 'MultiLineString' ? JSON.stringify(geometry) : null
}
