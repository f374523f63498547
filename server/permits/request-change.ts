import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { checkGeometry } from '../geometry/rules.ts'
import { field, type FieldError, fieldOf, invalid, Problem } from '../http/problem.ts'
import { responsibleFor } from '../projects/responsible.ts'
import { askOfPermit } from './ask-of-permit.ts'
import type { PermitRow } from './move.ts'
import type { ChangeInput } from './schemas.ts'

const over = ['completed', 'passed', 'guarantee', 'closed']

/** Why a change can no longer be asked, or null: it is asked while the permit stands and before the works are done (城市道路管理条例 36). */
export async function changeGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const { district_code, project_id } = permit
  if (permit.status === 'expired') return 'permits/change-after-the-fact'
  if (permit.status !== 'granted' && permit.status !== 'delivered') return 'permits/wrong-state'
  const works = await ctx.tx.one('permits/find_works', { district_code, project_id })
  if (works && over.includes(works.status)) return 'permits/change-after-the-fact'
  if (permit.valid_to !== null && permit.valid_to < shanghaiDay(ctx.now)) return 'permits/change-after-the-fact'
  const asked = await ctx.tx.many('permits/list_change_requests', { district_code, permit_id: permit.id })
  const isOpen = asked.some(
    ({ kind, status }) => kind === 'change' && ['submitted', 'application_accepted'].includes(status),
  )
  return isOpen ? 'permits/change-open' : null
}

/** The promoter asks for another position, area or period, and gives its reason. Its new ground passes every rule of a plan's. */
export async function requestChange(
  ctx: Context,
  permit: PermitRow,
  input: ChangeInput & { seen: number | null },
): Promise<string> {
  if (ctx.actor.role !== 'promoter') throw new Problem(403, 'permits/not-your-move')
  const reason = await changeGuard(ctx, permit)
  if (reason) throw new Problem(409, reason)
  const area = input.geometry === undefined ? null : checkedArea(input)
  const errors = await periodFaults(ctx, permit, input)
  if (errors.length > 0) throw invalid('permits/invalid', errors)
  if (area) await responsibleFor(ctx, area)
  return askOfPermit(ctx, permit, {
    kind: 'change',
    reason: input.reason,
    valid_from: input.valid_from ?? null,
    valid_to: input.valid_to ?? null,
    geometry: area && JSON.stringify(area),
    seen: input.seen,
  })
}

function checkedArea(input: ChangeInput) {
  const { width_m, radius_m, crs } = input
  const shape = checkGeometry(input.geometry, { width_m, radius_m, crs, pointer: '/geometry' })
  if (shape.ok) return shape.area
  throw invalid('permits/invalid', shape.findings.map(fieldOf))
}

async function periodFaults(ctx: Context, permit: PermitRow, input: ChangeInput): Promise<FieldError[]> {
  const { valid_from, valid_to, geometry } = input
  if (valid_from === undefined && valid_to === undefined && geometry === undefined)
    return [field('/valid_to', 'permits/change-empty', '没有写明变更什么', 'nothing is to be changed')]
  const from = valid_from ?? permit.valid_from!
  const to = valid_to ?? permit.valid_to!
  if (to < from || to < shanghaiDay(ctx.now))
    return [field('/valid_to', 'permits/period-invalid', '许可期限有误', 'the period of the permit is not possible')]
  const { district_code, project_id } = permit
  const works = await ctx.tx.one('permits/find_works', { district_code, project_id })
  if (valid_from !== undefined && valid_from !== permit.valid_from && works?.started_at)
    return [
      field(
        '/valid_from',
        'permits/change-after-the-fact',
        '已经开工，不能再改开始日期',
        'the works have begun already',
      ),
    ]
  return []
}
