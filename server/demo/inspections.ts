import type { ClockGround } from './dig-clocks.ts'
import { startClock, stop } from './dig-clocks.ts'
import type { Filed } from './dig-rows.ts'
import { owned } from './dig-rows.ts'
import type { InspectionRow, RectificationRow, SiteRow } from './dig-tables.ts'
import { dueDay } from './dig-plan.ts'
import type { Cast } from './organisations.ts'
import { centroid, toLonLat } from './plane.ts'

/** Codes of sql/data/dictionaries/inspection_finding.json. */
const findings = [
  { code: 'no_permit_board', text_zh: '未公示许可信息', text_en: 'permit board missing', severity: 'low' },
  { code: 'bare_soil', text_zh: '裸土未覆盖', text_en: 'bare soil uncovered', severity: 'low' },
  { code: 'muck_spill', text_zh: '渣土洒漏', text_en: 'muck spilled on the road', severity: 'low' },
  { code: 'poor_backfill', text_zh: '回填不密实', text_en: 'poor backfill', severity: 'low' },
  { code: 'no_barrier', text_zh: '围挡或警示缺失', text_en: 'barrier or warning signs missing', severity: 'high' },
] as const

/** Visits to a dig's sites while they lay open, and what had to be put right. Clocks go to the dig's own list. */
export function inspect(
  ground: ClockGround,
  cast: Cast,
  filed: Filed,
  sites: readonly SiteRow[],
): { inspection: InspectionRow[]; rectification: RectificationRow[] } {
  const { days, random, today } = ground
  const { dig } = filed
  const inspection: InspectionRow[] = []
  const rectification: RectificationRow[] = []
  const start = dig.life.steps.find(({ move }) => move === 'start' || move === 'start_emergency')
  if (!start) return { inspection, rectification }
  const end = dig.life.steps.find(({ move }) => move === 'complete')?.day ?? today - 1
  const matter = dig.matter?.clock === 'rectification.low' ? dig.matter : undefined
  const visits = matter ? 1 : dig.stage === 'in_progress' ? random.between(0, 2) : random.chance(0.22) ? 1 : 0
  for (let number = 1; number <= visits; number++) {
    const promised = ground.ruleOn('rectification.low', days.text(today)).value.promised!
    const due = matter && dueDay(days, today, matter)
    const day =
      due !== undefined
        ? days.addWorking(due, -promised)
        : days.previousWorking(Math.min(end, random.between(start.day + 1, Math.max(start.day + 1, end))) + 1)
    if (day < start.day || day >= today) continue
    const isBad = matter !== undefined || random.chance(0.22)
    const visit = visitRow(ground, cast, filed, sites, {
      number: inspection.length + 1,
      moment: { day, minute: random.between(560, 1020) },
      isBad,
      isLow: matter !== undefined,
    })
    inspection.push(visit)
    if (isBad) rectification.push(...ordered(ground, filed, visit, { isOpen: matter !== undefined, day }))
  }
  return { inspection, rectification }
}

interface Visit {
  number: number
  moment: { day: number; minute: number }
  isBad: boolean
  isLow: boolean
}

function visitRow(
  { random, days }: ClockGround,
  cast: Cast,
  { dig, reference, holders, duty }: Filed,
  sites: readonly SiteRow[],
  visit: Visit,
): InspectionRow {
  const at = days.at(visit.moment.day, visit.moment.minute)
  const index = random.between(0, sites.length - 1)
  const [east, north] = centroid(dig.place.sites[index]!.ring)
  const distance_m = Math.round(random.range(1, 28) * 10) / 10
  const found = visit.isBad ? [random.pick(visit.isLow ? findings.slice(0, 4) : findings)] : []
  const zhou = cast.person('zhou.yan')
  const isHis = zhou.organisation_id === duty.inspection.id
  const isGrave = found[0]?.severity === 'high'
  return {
    ...owned(random.uuid(), holders),
    project_id: dig.id,
    site_id: sites[index]!.id,
    reference: `${reference}-I${String(visit.number).padStart(2, '0')}`,
    kind: 'patrol',
    category: 'live_site',
    outcome: found.length === 0 ? 'passed' : isGrave ? 'failed_high' : 'failed_low',
    findings: found.map((finding) => ({ ...finding })),
    note: null,
    promoter_told: isGrave ? true : null,
    made_safe: isGrave ? true : null,
    position: { type: 'Point', coordinates: toLonLat([east + distance_m, north]) },
    position_accuracy_m: random.between(3, 12),
    distance_m,
    inspector_id: isHis ? zhou.id : random.uuid(),
    inspector_name: isHis ? zhou.name_zh : '片区巡查员',
    organisation_id: duty.inspection.id,
    inspected_at: at,
    recorded_at: at,
  }
}

/** What the visit ordered to be put right: long since done, except where the day's matters say otherwise. */
function ordered(
  ground: ClockGround,
  filed: Filed,
  visit: InspectionRow,
  { isOpen, day }: { isOpen: boolean; day: number },
): RectificationRow[] {
  const { days, random, today } = ground
  const severity = visit.outcome === 'failed_high' ? 'high' : 'low'
  const [id, minute] = [random.uuid(), 1055]
  const clearedOn = days.addWorking(day, severity === 'high' ? 1 : random.between(1, 4))
  if (!isOpen && clearedOn >= today) return []
  const { project } = filed.holders
  const clock = startClock(ground, {
    kind: `rectification.${severity}`,
    subject_kind: 'rectification',
    subject_id: id,
    owner: 'promoter',
    owner_id: project.promoter_id,
    project,
    started: { day, minute },
  })
  if (!isOpen) stop(ground, clock, { day: clearedOn, minute: 950 })
  filed.clocks.push(clock)
  return [
    {
      ...owned(id, filed.holders),
      inspection_id: visit.id,
      project_id: filed.dig.id,
      site_id: visit.site_id,
      reference: `${visit.reference}-R01`,
      status: isOpen ? (clock.card === 'red' ? 'overdue' : 'acknowledged') : 'cleared',
      severity,
      items: visit.findings,
      issued_at: clock.started_at,
      due_on: clock.due_on,
      cleared_at: clock.stopped_at,
      organisation_id: visit.organisation_id,
      updated_at: clock.stopped_at ?? clock.started_at,
    },
  ]
}
