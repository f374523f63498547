import { endOfMonths } from './limits.ts'
import type { Days } from './days.ts'
import type { DemoMoveName } from './dig-moves.ts'
import type { ProjectKind, Stage } from './vocabulary.ts'
import type { Random } from './random.ts'

/** A move on a day (see Days) at a minute after midnight. */
export interface Step {
  move: DemoMoveName
  day: number
  minute: number
}

/** What a dig has lived through, and the period it was planned and permitted for (days, both included). */
export interface Life {
  steps: Step[]
  from: number
  to: number
}

/** A life to be told backwards from the day of its last ordinary move. */
export interface WantedLife {
  kind: ProjectKind
  stage: Stage
  /** The day of the stage's last ordinary move: registration for planned, acceptance of the application for permitting,
   * delivery for permitted, start for in progress, completion, passing for everything after it. */
  anchor: number
  /** Where a permitting dig's application stands. */
  desk?: 'submitted' | 'supplement_requested' | 'application_accepted' | 'special_procedure'
  /** The first and last day of the period, when they are not to be drawn. */
  from?: number
  to?: number
  /** A minute of the last ordinary move that is not to be drawn. */
  minute?: number
  /** An emergency that has not yet filed its application. */
  isUnfiled?: boolean
}

const order: DemoMoveName[] = [
  'register',
  'submit',
  'accept_application',
  'grant',
  'deliver',
  'start',
  'complete',
  'pass',
  'start_guarantee',
  'close',
]
const lastMove: Record<Stage, DemoMoveName> = {
  planned: 'register',
  permitting: 'accept_application',
  permitted: 'deliver',
  in_progress: 'start',
  suspended: 'start',
  completed: 'complete',
  passed: 'pass',
  guarantee: 'start_guarantee',
  closed: 'close',
  cancelled: 'register',
  lapsed: 'deliver',
  terminated: 'deliver',
}

/** Tells a dig's life up to its stage. Offices move on working days between nine and half past five; a street is opened any day. */
export function tellLife(random: Random, days: Days, wanted: WantedLife): Life {
  return wanted.kind === 'emergency_repair' ? emergency(random, days, wanted) : ordinary(random, days, wanted)
}

function ordinary(random: Random, days: Days, wanted: WantedLife): Life {
  const { stage, anchor } = wanted
  const pace = paceOf(random, wanted.kind)
  const on = reckonBack(random, days, lastMove[stage], anchor, pace)
  const started = on.start ?? Math.max(on.deliver ?? 0, anchor) + pace.untilStart
  if (on.pass !== undefined)
    [on.start_guarantee, on.close] = [on.pass + 1, guaranteeEnd(days, on.pass, wanted.kind) + 1]
  const moves = order.slice(0, order.indexOf(lastMove[stage]) + 1)
  let steps: Step[] = moves.map((move) => ({
    move,
    day: on[move]!,
    minute: (move === lastMove[stage] ? wanted.minute : undefined) ?? minuteOf(random, move),
  }))
  if (stage === 'permitting') steps = atDesk(random, days, steps, wanted.desk ?? 'application_accepted')
  const exit = exitOf(random, days, stage, steps[steps.length - 1]!.day)
  const from = wanted.from ?? started
  return { steps: inOrder([...steps, ...exit]), from, to: wanted.to ?? from + pace.period }
}

type MoveDays = Partial<Record<DemoMoveName, number>>

/** Days of the ordinary moves before and at the anchor, from back to front. */
function reckonBack(random: Random, days: Days, last: DemoMoveName, anchor: number, pace: Pace): MoveDays {
  const on: MoveDays = {}
  const reached = order.indexOf(last)
  const from = (move: DemoMoveName, reckon: () => number) => {
    if (order.indexOf(move) <= reached) on[move] = move === last ? anchor : reckon()
  }
  if (reached >= order.indexOf('pass')) on.pass = anchor
  if (reached >= order.indexOf('complete'))
    on.complete = last === 'complete' ? anchor : days.addWorking(anchor, -random.between(1, 4))
  from('start', () => on.complete! - pace.period - pace.late)
  from('deliver', () => days.previousWorking(on.start! - pace.untilStart + 1))
  from('grant', () => days.addWorking(on.deliver!, -random.between(0, 2)))
  from('accept_application', () =>
    days.addWorking(on.grant!, random.chance(0.05) ? -random.between(10, 14) : -random.between(2, 8)),
  )
  from('submit', () => days.addWorking(on.accept_application!, -random.between(0, 2)))
  from('register', () => days.previousWorking(on.submit! - pace.prepare))
  return on
}

/** Where an application lies that is not yet decided. */
function atDesk(random: Random, days: Days, steps: Step[], desk: NonNullable<WantedLife['desk']>): Step[] {
  const { day } = steps[steps.length - 1]!
  const before = steps.slice(0, -1)
  const submit = before[before.length - 1]!
  if (desk === 'submitted') return [...before.slice(0, -1), { ...submit, day }]
  if (desk === 'supplement_requested') {
    const submitted = days.addWorking(day, -1)
    return [
      ...before.slice(0, -1),
      { ...submit, day: submitted },
      { move: 'request_supplement', day, minute: random.between(560, 1000) },
    ]
  }
  if (desk === 'special_procedure') return [...steps, { move: 'start_special_procedure', day, minute: 1070 }]
  return steps
}

/** Dug first, regularised afterwards (城市道路管理条例 34). Told forwards from the anchor, the night it broke. */
function emergency(random: Random, days: Days, { stage, anchor, isUnfiled, to }: WantedLife): Life {
  const isRecent = stage === 'completed' || stage === 'passed'
  const period = random.between(1, isRecent ? 2 : 4)
  const night = random.between(60, 420)
  const on = (move: DemoMoveName, day: number, minute: number): Step => ({ move, day, minute })
  const life = { from: anchor, to: to ?? anchor + period }
  const steps = [on('register', anchor, night), on('start_emergency', anchor, night)]
  if (isUnfiled) return { ...life, steps: inOrder(steps) }
  steps.push(
    on('submit', anchor, night + random.between(40, 120)),
    on('accept_application', days.nextWorking(anchor), random.between(600, 700)),
  )
  const done = ['completed', 'passed', 'guarantee', 'closed'].indexOf(stage)
  if (done < 0) return { ...life, steps: inOrder(steps) }
  const decided = days.addWorking(days.nextWorking(anchor), random.between(1, isRecent ? 2 : 3))
  const completed = Math.max(anchor + period, decided)
  const passed = days.addWorking(completed, random.between(1, 3))
  steps.push(
    on('grant', decided, 720),
    on('deliver', decided, 900),
    on('complete', completed, random.between(960, 1300)),
  )
  if (done >= 1) steps.push(on('pass', passed, 960))
  if (done >= 2) steps.push(on('start_guarantee', passed + 1, 0))
  if (done >= 3) steps.push(on('close', guaranteeEnd(days, passed, 'emergency_repair') + 1, 0))
  return { ...life, steps: inOrder(steps) }
}

/** The last day of the guarantee: a year from acceptance (城市道路管理条例 18); of a building five, its longest fixed period (建设工程质量管理条例 40). */
export function guaranteeEnd(days: Days, passed: number, kind: ProjectKind): number {
  return days.number(endOfMonths(days, passed, kind === 'building_works' ? 60 : 12))
}

function exitOf(random: Random, days: Days, stage: Stage, after: number): Step[] {
  const minute = random.between(545, 1045)
  const on = (wait: number) => days.nextWorking(after + wait)
  if (stage === 'suspended') return [{ move: 'suspend', day: on(random.between(4, 9)), minute }]
  if (stage === 'cancelled') return [{ move: 'cancel', day: on(random.between(5, 90)), minute }]
  if (stage === 'lapsed') return [{ move: 'lapse', day: after + 93, minute: 0 }]
  if (stage !== 'terminated') return []
  return [
    {
      move: random.weighted({ revoke: 2, withdraw: 1, cancel_as_penalty: 2 }),
      day: on(random.between(10, 60)),
      minute,
    },
  ]
}

/** The steps of a life with the day on which its permit expired: the one after its last, once the dig was begun under it. */
export function withExpiry({ steps, to }: Life, today: number): Step[] {
  const begun = steps.some(({ move }) => move === 'start' || move === 'start_emergency')
  const held = steps.find(({ move }) => move === 'deliver')
  const day = Math.max(to, held?.day ?? 0) + 1
  if (!begun || !held || day > today) return steps
  // a minute after the works' own midnight moves, so that no two share an instant
  const minute = 1
  const after = steps.findIndex((step) => step.day > day || (step.day === day && step.minute > minute))
  const at = after < 0 ? steps.length : after
  return [...steps.slice(0, at), { move: 'expire', day, minute }, ...steps.slice(at)]
}

/** How long a promoter takes, in days. */
interface Pace {
  prepare: number
  untilStart: number
  period: number
  late: number
}

function paceOf(random: Random, kind: ProjectKind): Pace {
  const period =
    kind === 'road_excavation'
      ? random.between(4, 28)
      : kind === 'pipeline_works'
        ? random.between(18, 110)
        : random.between(320, 760)
  const late = random.chance(0.82)
    ? -Math.floor(period * random.range(0, 0.25))
    : random.between(1, Math.max(2, Math.round(period * 0.15)))
  return {
    prepare: random.between(4, kind === 'building_works' ? 120 : 45),
    untilStart: random.between(3, 21),
    period,
    late,
  }
}

function minuteOf(random: Random, move: DemoMoveName): number {
  return move === 'start_guarantee' || move === 'close' ? 0 : random.between(545, 1045)
}

/** Sorted by time; moves that would share a minute are set apart so that their order is plain. */
function inOrder(steps: Step[]): Step[] {
  const sorted = steps.map((step, i) => ({ step, i })).sort((a, b) => a.step.day - b.step.day || a.i - b.i)
  let [day, minute] = [-1, -1]
  return sorted.map(({ step }) => {
    const at = step.day === day ? Math.max(step.minute, minute + 6) : step.minute
    ;[day, minute] = [step.day, at]
    return { ...step, minute: at }
  })
}
