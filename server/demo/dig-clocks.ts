import type { Days } from './days.ts'
import type { Step } from './dig-life.ts'
import { guaranteeEnd } from './dig-life.ts'
import type { DemoMove } from './dig-moves.ts'
import { demoMoves } from './dig-moves.ts'
import type { Dig } from './digs.ts'
import type { ClockRow } from './dig-tables.ts'
import type { Card, CardOwner } from './vocabulary.ts'
import type { Moment, RuleOn } from './limits.ts'
import { countClock } from './limits.ts'
import { districtCode } from './organisations.ts'
import type { Random } from './random.ts'

/** What a clock is counted by and seen on. */
export interface ClockGround {
  random: Random
  days: Days
  today: number
  ruleOn: RuleOn
  calendarVersion: string
  knownUntil: string
}

/** Who holds which clock of a dig. */
export interface Holders {
  project: { id: string; promoter_id: string; contractor_id: string | null }
  authority_id: string
  permit_id: string
  works_id: string
}

interface Kind {
  subject: 'project' | 'permit' | 'works'
  owner: CardOwner
}

const kinds: Record<string, Kind> = {
  'permit.acceptance': { subject: 'permit', owner: 'authority' },
  'permit.supplement': { subject: 'permit', owner: 'promoter' },
  'permit.decision': { subject: 'permit', owner: 'authority' },
  'permit.delivery': { subject: 'permit', owner: 'authority' },
  'permit.start': { subject: 'permit', owner: 'promoter' },
  'works.period': { subject: 'works', owner: 'promoter' },
  'emergency.filing': { subject: 'project', owner: 'promoter' },
  'works.acceptance': { subject: 'works', owner: 'authority' },
  'works.guarantee': { subject: 'works', owner: 'promoter' },
}

/** Clocks of digs that ended longer ago than this many days are left out: nobody asks for them, and they load slowly. */
const remembered = 800

/** Every clock that a dig's moves started, with how it stands today. */
export function clocksOf(ground: ClockGround, dig: Dig, holders: Holders): ClockRow[] {
  const clocks: ClockRow[] = []
  if (dig.life.steps[dig.life.steps.length - 1]!.day < ground.today - remembered) return clocks
  const openOf = (kind: string) =>
    clocks.find((clock) => clock.kind === kind && (clock.state === 'running' || clock.state === 'paused'))
  for (const step of dig.life.steps) {
    const { starts = [], stops = [], pauses = [] }: DemoMove = demoMoves[step.move]
    for (const kind of stops) stop(ground, openOf(kind), step)
    for (const kind of pauses) pause(ground, openOf(kind), step)
    for (const kind of starts) {
      // only a construction permit says by when its works must begin (建筑法 9)
      if (kind === 'permit.start' && dig.kind !== 'building_works') continue
      const { subject, owner } = kinds[kind]!
      const fixedDueOn = fixedDue(ground, dig, kind, step)
      const owner_id = owner === 'authority' ? holders.authority_id : holders.project.promoter_id
      const subject_id = { project: holders.project.id, permit: holders.permit_id, works: holders.works_id }[subject]
      clocks.push(
        startClock(ground, {
          kind,
          subject_kind: subject,
          subject_id,
          owner,
          owner_id,
          project: holders.project,
          started: step,
          fixedDueOn,
          rule: kind === 'works.guarantee' && dig.kind === 'building_works' ? `${kind}.building_works` : undefined,
        }),
      )
    }
  }
  return clocks
}

/** Last days that no rule counts: the permitted period, and the guarantee from the day of acceptance. */
function fixedDue({ days }: ClockGround, dig: Dig, kind: string, step: Step): string | undefined {
  if (kind === 'works.period') return days.text(dig.life.to)
  return kind === 'works.guarantee' ? days.text(guaranteeEnd(days, step.day - 1, dig.kind)) : undefined
}

interface NewClock {
  kind: string
  subject_kind: ClockRow['subject_kind']
  subject_id: string
  owner: CardOwner
  owner_id: string
  project: Holders['project'] | null
  started: Moment
  fixedDueOn?: string
  /** Where the kind names a family of rules. */
  rule?: string | undefined
}

/** A running clock with the card it shows today. Written out field by field: spreading objects cost half of the demo's making. */
export function startClock(ground: ClockGround, clock: NewClock): ClockRow {
  const { days, today, knownUntil } = ground
  const { project, started } = clock
  const started_on = days.text(started.day)
  const rule = ground.ruleOn(clock.rule ?? clock.kind, started_on)
  const { due_on, statutory_due_on, due_at, yellow_on } = countClock(days, rule, started, clock.fixedDueOn)
  const card = cardToday(days.text(today), { due_on, due_at, yellow_on })
  return {
    district_code: districtCode,
    id: ground.random.uuid(),
    project_id: project && project.id,
    subject_kind: clock.subject_kind,
    subject_id: clock.subject_id,
    kind: clock.kind,
    owner: clock.owner,
    owner_id: clock.owner_id,
    promoter_id: project && project.promoter_id,
    contractor_id: project && project.contractor_id,
    basis_zh: rule.basis_zh,
    basis_en: rule.basis_en,
    unit: rule.unit === 'hours' || rule.unit === 'working_days' ? rule.unit : 'calendar_days',
    statutory_limit: rule.value.statutory ?? null,
    promised_limit: rule.value.promised ?? null,
    limit_months: clock.fixedDueOn === undefined ? (rule.value.months ?? null) : null,
    started_at: days.at(started.day, started.minute),
    started_on,
    due_on,
    statutory_due_on,
    due_at,
    yellow_on,
    provisional: due_on > knownUntil || (statutory_due_on !== null && statutory_due_on > knownUntil),
    calendar_version: ground.calendarVersion,
    state: 'running',
    card,
    paused_at: null,
    stopped_at: null,
    version: { none: 1, yellow: 2, red: 3 }[card],
  }
}

function cardToday(
  today: string,
  { due_on, due_at, yellow_on }: Pick<ClockRow, 'due_on' | 'due_at' | 'yellow_on'>,
): Card {
  const isLate = due_at === null ? today > due_on : `${today}T00:00:00+08:00` >= due_at
  return isLate ? 'red' : today >= yellow_on ? 'yellow' : 'none'
}

/** Ends a clock: met in time, breached by its legal or else its promised last day. */
export function stop({ days }: ClockGround, clock: ClockRow | undefined, { day, minute }: Moment): void {
  if (!clock) return
  const at = days.at(day, minute)
  const isLate = clock.due_at === null ? days.text(day) > (clock.statutory_due_on ?? clock.due_on) : at > clock.due_at
  Object.assign(clock, {
    state: isLate ? 'breached' : 'met',
    card: 'none',
    stopped_at: at,
    paused_at: null,
    version: 2,
  } satisfies Partial<ClockRow>)
}

export function pause({ days }: ClockGround, clock: ClockRow | undefined, { day, minute }: Moment): void {
  if (clock)
    Object.assign(clock, {
      state: 'paused',
      card: 'none',
      paused_at: days.at(day, minute),
      version: 2,
    } satisfies Partial<ClockRow>)
}
