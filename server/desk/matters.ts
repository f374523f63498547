import { shanghaiDay, shiftDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { CardOwner, Queries } from '../db/queries.gen.ts'
import { publicId, type IdPrefix } from '../http/public-id.ts'

const horizon_days = 7
type Row = Queries['desk/list_matters']['row']

const subjectPrefix: Record<string, IdPrefix> = {
  permit: 'per',
  works: 'wrk',
  project: 'prj',
  utility_request: 'req',
  rectification: 'rec',
  transfer_leg: 'leg',
  transfer_case: 'trf',
  site: 'sit',
  consent: 'con',
  change_request: 'chg',
  renewal: 'ren',
  emergency_case: 'emc',
  detection: 'det',
  overdig_case: 'odc',
  permit_fee: 'fee',
  reinstatement: 'rst',
}

/** Today's matters of the caller: what is red, yellow or due within a week, and whose ball it is. Own clocks; inspectors see what promoters are late with. */
export async function listMatters(ctx: Context, limit: number) {
  const today = shanghaiDay(ctx.now)
  const rows = await ctx.tx.many('desk/list_matters', {
    district_code: ctx.actor.district_code,
    today,
    horizon: shiftDay(today, horizon_days),
    limit,
    ...holderFor(ctx),
  })
  return rows.map((row) => ({
    id: publicId('clk', row.district_code, row.id),
    subject_kind: row.subject_kind,
    subject_id: subjectPrefix[row.subject_kind]
      ? publicId(subjectPrefix[row.subject_kind]!, row.district_code, row.subject_id)
      : null,
    case_id: row.case_id ? publicId('trf', row.district_code, row.case_id) : null,
    kind: row.kind,
    ...titles(row),
    due_on: row.due_on,
    days_late: Math.round((Date.parse(today) - Date.parse(row.due_on)) / 86_400_000),
    card: row.card,
    card_owner: row.owner,
    why: row.kind,
    basis_zh: row.basis_zh,
    basis_en: row.basis_en,
    provisional: row.provisional,
    stage: row.stage,
    project_id: row.project_id ? publicId('prj', row.district_code, row.project_id) : null,
    reference: row.project_reference ?? row.request_reference ?? row.detection_reference,
    center: row.lon !== null && row.lat !== null ? [row.lon, row.lat] : null,
  }))
}

function holderFor(ctx: Context): { owner_id: string | null; owner: CardOwner | null } {
  const own = { owner_id: ctx.actor.organisation_id, owner: null }
  if (ctx.actor.role === 'inspector') return { owner_id: null, owner: 'promoter' }
  if (['planner', 'auditor', 'admin'].includes(ctx.actor.role)) return { owner_id: null, owner: null }
  return own
}

function titles(row: Row): { title_zh: string; title_en: string } {
  if (row.unit_label) return { title_zh: row.unit_label, title_en: row.unit_label }
  const zh = row.project_name ?? row.request_name ?? row.project_reference ?? row.detection_reference ?? '—'
  return { title_zh: zh, title_en: row.project_name_en ?? zh }
}
