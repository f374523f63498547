import { randomUUID } from 'node:crypto'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { checkGeometry } from '../geometry/rules.ts'
import { field, invalid, Problem, type FieldError } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { listKinds } from './kinds.ts'
import type { AlertInput } from './schemas.ts'

type Kind = Awaited<ReturnType<typeof listKinds>>[number]

/**
 * Issues an alert (预警): by the rule of its kind, for a ground, kinds of works and a time, less what it leaves free. Its stop orders
 * follow at once, batch by batch (send-orders.ts); from here on no dig it concerns may start or resume.
 */
export async function issueAlert(ctx: Context, input: AlertInput): Promise<Key> {
  if (ctx.actor.role === 'public') throw new Problem(401, 'accounts/unknown-credential')
  if (ctx.actor.role !== 'authority') throw new Problem(403, 'alerts/not-your-move')
  const kind = (await listKinds(ctx)).find((one) => one.kind === input.kind)
  const from_at = input.from_at ?? ctx.now.toISOString()
  const errors = [...termErrors(input, kind, new Date(from_at), ctx.now), ...(await groundErrors(ctx, input))]
  const shape = input.geometry
    ? checkGeometry(input.geometry, { crs: input.crs, drawn: 'from_file', is_dug: false })
    : null
  if (shape && !shape.ok) errors.push(...shape.findings.map((f) => ({ ...f, message: f.message_en })))
  if (errors.length > 0) throw invalid('alerts/invalid', errors)

  const key = { district_code: ctx.actor.district_code, id: randomUUID() }
  await ctx.tx.run('alerts/insert_alert', {
    ...key,
    kind: input.kind,
    level: input.level,
    note: input.note ?? null,
    basis_zh: kind!.basis_zh,
    basis_en: kind!.basis_en,
    kinds: input.kinds ?? kind!.kinds,
    exempts_emergency: input.exempts_emergency ?? kind!.exempts_emergency,
    admin_code: input.admin_code ?? null,
    geometry: shape?.ok ? JSON.stringify(shape.area) : null,
    day: shanghaiDay(ctx.now),
    answer_hours: kind!.answer_hours,
    from_at,
    until_at: input.until_at,
    organisation_id: ctx.actor.organisation_id!,
    now: ctx.now.toISOString(),
  })
  await exempt(ctx, key, input.exempted)
  const subject = { district_code: key.district_code, subject_kind: 'alert', subject_id: key.id }
  const data = { kind: input.kind, level: input.level, from_at, until_at: input.until_at }
  const { basis_zh, basis_en } = kind!
  await ctx.emit({ ...subject, type: 'alert.issued', subject_version: 1, basis_zh, basis_en, data })
  await ctx.audit({ ...subject, action: 'alert.issue', detail: { ...data, exempted: input.exempted } })
  return key
}

function termErrors(input: AlertInput, kind: Kind | undefined, from: Date, now: Date): FieldError[] {
  const errors: FieldError[] = []
  if (!kind) errors.push(field('/kind', 'alerts/kind-unknown', '没有这类预警', 'there is no such kind of alert'))
  else if (!kind.levels.includes(input.level))
    errors.push(field('/level', 'alerts/level-unknown', '该类预警没有这一级别', 'this kind of alert has no such level'))
  const until = new Date(input.until_at)
  if (until <= from || until <= now)
    errors.push(
      field('/until_at', 'projects/period-reversed', '结束早于开始或现在', 'the end lies before the beginning, or now'),
    )
  return errors
}

async function groundErrors(ctx: Context, { geometry, admin_code }: AlertInput): Promise<FieldError[]> {
  const errors: FieldError[] = []
  if (geometry && geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')
    errors.push(field('/geometry', 'alerts/area-needed', '预警范围须为面', 'the ground of an alert must be an area'))
  if (geometry && admin_code)
    errors.push(
      field('/admin_code', 'alerts/one-ground', '区划与图形只能给一个', 'give a division or a shape, not both'),
    )
  if (admin_code) {
    const of = { code: admin_code, prefix: String(ctx.actor.district_code), day: shanghaiDay(ctx.now) }
    if (!(await ctx.tx.one('alerts/find_division', of)))
      errors.push(
        field('/admin_code', 'alerts/division-unknown', '本辖区没有这个区划', 'no such division in this district'),
      )
  }
  return errors
}

async function exempt(ctx: Context, alert: Key, exempted: AlertInput['exempted']): Promise<void> {
  const named = new Map(exempted.map(({ project_id, reason }) => [project_id, reason]))
  for (const [i, [project_id, reason]] of [...named].entries()) {
    const key = parsePublicId('prj', project_id)
    const of = { district_code: alert.district_code, alert_id: alert.id, reason }
    const found =
      key?.district_code === alert.district_code &&
      (await ctx.tx.one('alerts/insert_exemption', { ...of, project_id: key.id }))
    if (!found)
      throw invalid('alerts/invalid', [
        field(`/exempted/${i}/project_id`, 'alerts/dig-unknown', '没有这个动土项目', 'no such dig'),
      ])
  }
}
