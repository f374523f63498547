import type { ClockGround, Holders } from './dig-clocks.ts'
import { clocksOf } from './dig-clocks.ts'
import type { Moment } from './dig-history.ts'
import { guaranteeEnd, withExpiry } from './dig-life.ts'
import type { DemoMove } from './dig-moves.ts'
import { historyOf, whenMoved } from './dig-history.ts'
import type { Dig } from './digs.ts'
import type { ClockRow, EventRow, PermitRow, WorksRow } from './dig-tables.ts'
import type { OrganisationRow } from './place-tables.ts'
import type { Cast, Firms } from './organisations.ts'
import { saidWith, supplementItems, suspensionReason } from './move-words.ts'
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
    const history = historyOf(ground.days, withExpiry(dig.life, ground.today))
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
    district_code: districtCode,
    id: holders.permit_id,
    promoter_id: holders.project.promoter_id,
    contractor_id: holders.project.contractor_id,
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
    supplement_items: whenMoved(history, 'request_supplement') ? supplementItems : null,
    is_retrospective: dig.kind === 'emergency_repair',
    version: last.version,
    created_at: moves[0]!.at,
    updated_at: last.at,
  }
}

function conditionsOf(dig: Dig): string[] {
  const barrier = '全程围挡并设置警示标志'
  return dig.place.road.class === 'arterial' ? [barrier, '主干路限夜间22:00至次日6:00施工'] : [barrier]
}

/** The works of a dig. */
export function worksRow({ dig, history, holders }: Filed, days: ClockGround['days']): WorksRow {
  const last = history.findLast(({ move }) => move.machine === 'works')
  const pass = dig.life.steps.find(({ move }) => move === 'pass')
  const hasGuarantee = dig.life.steps.some(({ move }) => move === 'start_guarantee')
  const suspended = whenMoved(history, 'suspend')
  return {
    district_code: districtCode,
    id: holders.works_id,
    promoter_id: holders.project.promoter_id,
    contractor_id: holders.project.contractor_id,
    project_id: dig.id,
    status: last?.machines.works ?? 'not_started',
    authority_id: holders.authority_id,
    started_at: whenMoved(history, 'start', 'start_emergency'),
    suspended_at: suspended,
    completed_at: whenMoved(history, 'complete'),
    passed_at: whenMoved(history, 'pass'),
    guarantee_from: pass && hasGuarantee ? days.text(pass.day) : null,
    guarantee_to: pass && hasGuarantee ? days.text(guaranteeEnd(days, pass.day, dig.kind)) : null,
    closed_at: whenMoved(history, 'close'),
    suspension_reason: suspended ? suspensionReason : null,
    version: last?.version ?? 1,
    updated_at: last?.at ?? history[0]!.at,
  }
}

/** One event a move, as the history of the dig shows it; `stage` is what the fold made of it. */
export function moveEvents(filed: Filed, ground: ClockGround): EventRow[] {
  const { dig, history, holders, duty, reference } = filed
  const subjects = { project: dig.id, permit: holders.permit_id, works: holders.works_id }
  return history.map(({ step, move, at, from, version, stage }) =>
    eventOf(ground, filed, {
      type: move.event,
      subject_kind: move.machine,
      subject_id: subjects[move.machine],
      subject_version: version,
      at,
      basis: move.basis,
      actor: actorOf(move.by, dig.promoter, duty.authority),
      data:
        from === null
          ? { reference, kind: dig.kind, stage }
          : { from, to: move.to, stage, ...saidWith(step, ground.days) },
    }),
  )
}

/** Who signs an event of the demo. */
interface Signer {
  role: string
  name: string | null
  organisation: OrganisationRow | null
}

/** One event about a dig of the demo, known as it happened. */
export function eventOf(
  { ruleOn, random }: ClockGround,
  { dig, holders }: Filed,
  what: Pick<EventRow, 'type' | 'subject_kind' | 'subject_id' | 'subject_version' | 'at' | 'data'> & {
    basis: string | null
    actor: Signer
  },
): EventRow {
  const { basis: key, actor, at, data, ...named } = what
  const basis = key === null ? null : ruleOn(key, at.slice(0, 10))
  return {
    district_code: districtCode,
    id: random.uuid(),
    ...named,
    project_id: dig.id,
    at,
    recorded_at: at,
    actor_id: null,
    actor_name: actor.name,
    actor_role: actor.role,
    organisation_id: actor.organisation && actor.organisation.id,
    organisation_name: actor.organisation && actor.organisation.name_zh,
    promoter_id: holders.project.promoter_id,
    utility_id: null,
    registry_id: null,
    is_personal: false,
    basis_zh: basis && basis.basis_zh,
    basis_en: basis && basis.basis_en,
    data,
  }
}

/** One side of a question: what it made of the subject, when, by whom. */
interface Said {
  type: string
  at: string
  actor: Signer
  data: EventRow['data']
}

/** A question to an office and, once it came, the answer: the second and the third version of their subject, whose first nobody was told. */
export function questionEvents(
  ground: ClockGround,
  filed: Filed,
  subject: { subject_kind: string; subject_id: string; basis: string },
  question: Said,
  answer: Said | null,
): EventRow[] {
  const said = answer ? [question, answer] : [question]
  return said.map((one, i) => eventOf(ground, filed, { ...subject, ...one, subject_version: i + 2 }))
}

/** Firms' people have invented names and no accounts; offices sign as offices. */
function actorOf(role: DemoMove['by'], { organisation, contact }: Firms[number], authority: OrganisationRow): Signer {
  if (role === 'promoter') return { role, name: contact, organisation }
  return role === 'authority'
    ? { role, name: '经办人', organisation: authority }
    : { role, name: null, organisation: null }
}

/** The keys and owners that a dig's rows share. */
export function owned(id: string, { project }: Holders) {
  return { district_code: districtCode, id, promoter_id: project.promoter_id, contractor_id: project.contractor_id }
}
