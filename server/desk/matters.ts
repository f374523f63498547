import { isStaff } from '../access/actor.ts'
import { forecastOf } from '../clocks/ledger.ts'
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
  promise: 'prm',
  handover: 'hnd',
  detection: 'det',
  petition: 'ptn',
  overdig_case: 'odc',
  permit_fee: 'fee',
  reinstatement: 'rst',
  approval_item: 'apv',
}

/**
 * Today's matters of the caller: what is red, yellow or due within a week, and whose ball it is. Own clocks; inspectors see what promoters are
 * late with; with `everybody`, staff see everybody's.
 */
export async function listMatters(ctx: Context, { limit, everybody }: { limit: number; everybody: boolean }) {
  const today = shanghaiDay(ctx.now)
  const rows = await ctx.tx.many('desk/list_matters', {
    district_code: ctx.actor.district_code,
    today,
    horizon: shiftDay(today, horizon_days),
    limit,
    ...(everybody && isStaff(ctx.actor) ? { owner_id: null, owner: null } : holderFor(ctx)),
  })
  const items = rows.map((row) => ({
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
    reference: row.project_reference ?? row.request_reference ?? row.detection_reference ?? row.petition_reference,
    center: row.lon !== null && row.lat !== null ? [row.lon, row.lat] : null,
    is_mine: row.owner_id === ctx.actor.organisation_id,
    forecast: forecastOf(row, today),
    project_kind: row.project_kind,
    town: row.admin_code && { code: row.admin_code, name_zh: row.town_zh, name_en: row.town_en },
    permit: permitOf(ctx, row),
  }))
  return { items, total: rows[0]?.total ?? 0 }
}

/** The application behind a matter, when it is the caller's to decide: its state tells which moves it could share with others. */
function permitOf(ctx: Context, row: Row) {
  if (row.subject_kind !== 'permit' || row.authority_id !== ctx.actor.organisation_id) return null
  return {
    id: publicId('per', row.district_code, row.subject_id),
    status: row.permit_status,
    version: row.permit_version,
  }
}

function holderFor(ctx: Context): { owner_id: string | null; owner: CardOwner | null } {
  const own = { owner_id: ctx.actor.organisation_id, owner: null }
  if (ctx.actor.role === 'inspector') return { ...own, owner: 'promoter' }
  if (['planner', 'auditor', 'admin'].includes(ctx.actor.role)) return { owner_id: null, owner: null }
  return own
}

function titles(row: Row): { title_zh: string; title_en: string } {
  if (row.unit_label) return { title_zh: row.unit_label, title_en: row.unit_label }
  if (row.petition_zh) return { title_zh: row.petition_zh, title_en: row.petition_en ?? row.petition_zh }
  const zh = row.project_name ?? row.request_name ?? row.project_reference ?? row.detection_reference ?? '—'
  return { title_zh: zh, title_en: row.project_name_en ?? zh }
}
