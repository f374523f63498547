import type { ClockGround, Holders } from './dig-clocks.ts'
import { clocksOf } from './dig-clocks.ts'
import type { Moment } from './dig-history.ts'
import { historyOf, whenMoved } from './dig-history.ts'
import type { Dig } from './digs.ts'
import type { ClockRow, EventRow, PermitRow, WorksRow } from './district.ts'
import type { Cast, Firms } from './organisations.ts'
import { districtCode } from './organisations.ts'

/** A dig with everything its rows share. */
export interface Filed {
  dig: Dig
  reference: string
  history: Moment[]
  holders: Holders
  duty: ReturnType<Cast['dutyIn']>
  clocks: ClockRow[]
}

/** Gives digs their references in the order of registration, year by year, and works out their history and clocks. */
export function fileDigs(ground: ClockGround, cast: Cast, digs: readonly Dig[]): Filed[] {
  const taken = new Set(digs.flatMap((dig) => dig.reference ?? []))
  const last = new Map<string, number>()
  const next = (year: string): string => {
    const number = (last.get(year) ?? 0) + 1
    last.set(year, number)
    const reference = `DP-${districtCode}-${year}-${String(number).padStart(6, '0')}`
    return taken.has(reference) ? next(year) : reference
  }
  const inOrder = [...digs].sort((a, b) => a.life.steps[0]!.day - b.life.steps[0]!.day || (a.id < b.id ? -1 : 1))
  return inOrder.map((dig) => {
    const history = historyOf(ground.days, dig.life.steps)
    const project = {
      id: dig.id,
      promoter_id: dig.promoter.organisation.id,
      contractor_id: dig.contractor?.organisation.id ?? null,
    }
    const duty = cast.dutyIn(dig.place.street)
    const holders = {
      project,
      authority_id: duty.authority.id,
      permit_id: ground.random.uuid(),
      works_id: ground.random.uuid(),
    }
    return {
      dig,
      reference: dig.reference ?? next(history[0]!.at.slice(0, 4)),
      history,
      holders,
      duty,
      clocks: clocksOf(ground, dig, holders),
    }
  })
}

/** The permit of a dig, if it applied for one. */
export function permitRow({ dig, reference, history, holders }: Filed, days: ClockGround['days']): PermitRow | null {
  const moves = history.filter(({ move }) => move.machine === 'permit')
  const last = moves[moves.length - 1]
  if (!last) return null
  const granted = whenMoved(history, 'grant')
  return {
    ...owned(holders.permit_id, holders),
    project_id: dig.id,
    reference: `${reference}-P01`,
    kind: dig.kind === 'building_works' ? 'construction' : 'excavation',
    status: last.machines.permit!,
    authority_id: holders.authority_id,
    submitted_at: whenMoved(history, 'submit'),
    accepted_at: whenMoved(history, 'accept_application'),
    decided_at: granted,
    delivered_at: whenMoved(history, 'deliver'),
    valid_from: granted && days.text(dig.life.from),
    valid_to: granted && days.text(dig.life.to),
    conditions: granted ? conditionsOf(dig) : [],
    decision_reason: null,
    supplement_items: whenMoved(history, 'request_supplement') ? ['交通组织方案', '路面恢复方案'] : null,
    is_retrospective: dig.kind === 'emergency_repair',
    version: last.version,
    created_at: moves[0]!.at,
    updated_at: last.at,
  }
}

function conditionsOf(dig: Dig): PermitRow['conditions'] {
  const barrier = {
    code: 'barrier',
    text_zh: '全程围挡并设置警示标志',
    text_en: 'hoarding and warning signs throughout',
  }
  const night = {
    code: 'night_work',
    text_zh: '主干路夜间 22:00 至次日 6:00 施工',
    text_en: 'arterial roads: work between 22:00 and 6:00 only',
  }
  return dig.place.road.class === 'arterial' ? [barrier, night] : [barrier]
}

/** The works of a dig. */
export function worksRow({ dig, history, holders }: Filed): WorksRow {
  const last = history.findLast(({ move }) => move.machine === 'works')
  const guarantee = history.find(({ step }) => step.move === 'start_guarantee')
  const closes = dig.life.steps.find(({ move }) => move === 'close')
  const suspended = whenMoved(history, 'suspend')
  return {
    ...owned(holders.works_id, holders),
    project_id: dig.id,
    status: last?.machines.works ?? 'not_started',
    authority_id: holders.authority_id,
    started_at: whenMoved(history, 'start', 'emergency_start'),
    suspended_at: suspended,
    completed_at: whenMoved(history, 'complete'),
    passed_at: whenMoved(history, 'pass'),
    guarantee_from: guarantee ? guarantee.at.slice(0, 10) : null,
    guarantee_to: guarantee
      ? `${Number(guarantee.at.slice(0, 4)) + 1}${guarantee.at.slice(4, 10)}`.replace('-02-29', '-02-28')
      : null,
    closed_at: closes ? whenMoved(history, 'close') : null,
    suspension_reason: suspended ? '与轨道交通施工交叉，等待管线迁改' : null,
    version: last?.version ?? 1,
    updated_at: last?.at ?? history[0]!.at,
  }
}

/** One event a move, as the history of the dig shows it. */
export function moveEvents({ dig, history, holders, duty }: Filed, uuid: () => string): EventRow[] {
  const subjects = { project: dig.id, permit: holders.permit_id, works: holders.works_id }
  return history.map(({ step, move, at, version, stage }) => ({
    district_code: districtCode,
    id: uuid(),
    type: move.event,
    subject_kind: move.machine,
    subject_id: subjects[move.machine],
    subject_version: version,
    project_id: dig.id,
    at,
    recorded_at: at,
    ...actorOf(move.by, dig.promoter, duty.authority),
    promoter_id: holders.project.promoter_id,
    utility_id: null,
    registry_id: null,
    is_personal: false,
    basis_zh: move.basis_zh,
    basis_en: move.basis_en,
    data: { move: step.move, status: move.to, stage },
  }))
}

/** Firms' people have invented names and no accounts; offices sign as offices. */
function actorOf(
  by: 'promoter' | 'authority' | 'system',
  { organisation, contact }: Firms[number],
  authority: { id: string; name_zh: string },
) {
  if (by === 'system')
    return { actor_id: null, actor_name: null, actor_role: 'system', organisation_id: null, organisation_name: null }
  const of = by === 'promoter' ? organisation : authority
  return {
    actor_id: null,
    actor_name: by === 'promoter' ? contact : '经办人',
    actor_role: by,
    organisation_id: of.id,
    organisation_name: of.name_zh,
  }
}

/** The keys and owners that a dig's rows share. */
export function owned(id: string, { project }: Holders) {
  return { district_code: districtCode, id, promoter_id: project.promoter_id, contractor_id: project.contractor_id }
}
