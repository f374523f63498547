import type { Days } from './days.ts'
import type { WantedLife } from './dig-life.ts'
import type { ProjectKind, Stage, Theme } from './vocabulary.ts'
import type { Random } from './random.ts'

/** A clock of this dig that today's desk is about: due in so many working days, overdue when negative. */
export interface Matter {
  clock:
    | 'permit.acceptance'
    | 'permit.decision'
    | 'works.period'
    | 'works.acceptance'
    | 'emergency.filing'
    | 'utility.response'
    | 'rectification.low'
  dueIn: number
  theme?: Theme
  /** Outside the part that the district runs itself, so that the script's own matters stand out on its desks. */
  isElsewhere?: boolean
}

/** A dig to be made up: its life, and what is due about it. */
export interface Wanted extends WantedLife {
  matter?: Matter
}

/** How many digs stand in each stage; the first seven are the active ones, about 300. */
const counts: Record<Stage, number> = {
  planned: 33,
  permitting: 60,
  permitted: 46,
  in_progress: 118,
  suspended: 9,
  completed: 22,
  passed: 8,
  guarantee: 204,
  closed: 1370,
  cancelled: 68,
  lapsed: 27,
  terminated: 22,
}

/** Limits that cards follow, in working days: sql/data/rules for 510116. */
export interface Promises {
  acceptance: number
  decision: number
  response: number
  pass: number
  rectification: number
}

/** Twelve matters due today, some yellow because they are due soon, some red because they are late; each names who is late. */
const matters: Matter[] = [
  { clock: 'permit.decision', dueIn: 0, isElsewhere: true },
  { clock: 'permit.decision', dueIn: 0, isElsewhere: true },
  { clock: 'permit.decision', dueIn: 0, isElsewhere: true },
  { clock: 'permit.acceptance', dueIn: 0, isElsewhere: true },
  { clock: 'permit.acceptance', dueIn: 0, isElsewhere: true },
  { clock: 'utility.response', dueIn: 0, theme: 'water' },
  { clock: 'utility.response', dueIn: 0, theme: 'power' },
  { clock: 'utility.response', dueIn: 0, theme: 'gas' },
  { clock: 'works.period', dueIn: 0 },
  { clock: 'works.period', dueIn: 0 },
  { clock: 'works.acceptance', dueIn: 0 },
  { clock: 'rectification.low', dueIn: 0 },
  { clock: 'permit.acceptance', dueIn: 1, isElsewhere: true },
  { clock: 'utility.response', dueIn: 1, theme: 'gas' },
  { clock: 'utility.response', dueIn: 1, theme: 'water' },
  { clock: 'works.period', dueIn: 1 },
  { clock: 'works.period', dueIn: 1 },
  { clock: 'works.acceptance', dueIn: 1 },
  { clock: 'rectification.low', dueIn: 1 },
  { clock: 'permit.decision', dueIn: -2, isElsewhere: true },
  { clock: 'permit.decision', dueIn: -4, isElsewhere: true },
  { clock: 'permit.acceptance', dueIn: -1, isElsewhere: true },
  { clock: 'utility.response', dueIn: -1, theme: 'gas' },
  { clock: 'utility.response', dueIn: -2, theme: 'power' },
  { clock: 'utility.response', dueIn: -3, theme: 'telecom' },
  { clock: 'works.period', dueIn: -2, isElsewhere: true },
  { clock: 'works.period', dueIn: -5, isElsewhere: true },
  { clock: 'works.period', dueIn: -9, isElsewhere: true },
  { clock: 'works.period', dueIn: -16, isElsewhere: true },
  { clock: 'works.acceptance', dueIn: -3, isElsewhere: true },
  { clock: 'emergency.filing', dueIn: -2, isElsewhere: true },
  { clock: 'rectification.low', dueIn: -2, isElsewhere: true },
  { clock: 'rectification.low', dueIn: -6, isElsewhere: true },
]

/** Every dig of the demo but the hand-made ones, as stages, kinds and days; the matters of the day are among the active ones. */
export function planDigs(random: Random, days: Days, today: number, promises: Promises): Wanted[] {
  const wanted = (Object.keys(counts) as Stage[]).flatMap((stage) =>
    Array.from({ length: counts[stage] }, (): Wanted => {
      const kind = kindFor(random, stage)
      return {
        kind,
        stage,
        anchor: anchorFor(random, days, today, stage, kind),
        ...standing(random, days, today, stage),
      }
    }),
  )
  for (const matter of matters) giveMatter(random, days, today, wanted, matter, promises)
  return wanted
}

function kindFor(random: Random, stage: Stage): ProjectKind {
  const late = ['completed', 'passed', 'guarantee', 'closed', 'in_progress'].includes(stage)
  if (stage === 'passed') return random.weighted({ road_excavation: 5, pipeline_works: 3 })
  return random.weighted({
    road_excavation: 46,
    pipeline_works: 32,
    building_works: stage === 'lapsed' ? 40 : 8,
    emergency_repair: late ? 14 : 0,
  })
}

/** The day of a stage's last ordinary move, so that nothing is due in the next days unless a matter says so. */
function anchorFor(random: Random, days: Days, today: number, stage: Stage, kind: ProjectKind): number {
  const ago = (low: number, high: number) => days.previousWorking(today - random.between(low, high) + 1)
  if (kind === 'emergency_repair') return emergencyStart(random, days, today, stage)
  switch (stage) {
    case 'planned':
      return ago(2, 120)
    case 'permitting':
      return days.addWorking(today, -random.between(1, 6))
    case 'permitted':
      return days.addWorking(today, -random.between(1, 8))
    case 'in_progress':
      return kind === 'building_works' ? ago(20, 420) : ago(3, 40)
    case 'suspended':
      return ago(40, 200)
    case 'completed':
      return days.addWorking(today, -random.between(1, 3))
    case 'passed':
      return today
    case 'guarantee':
      return ago(4, 355)
    case 'closed':
      return kind === 'building_works' ? ago(1860, 2600) : ago(368, 3600)
    default:
      return ago(140, 3300)
  }
}

/** An emergency is told forwards, so it must have begun long enough ago to have reached its stage. */
function emergencyStart(random: Random, days: Days, today: number, stage: Stage): number {
  if (stage === 'in_progress') return days.previousWorking(today)
  if (stage === 'completed') return days.addWorking(today, -5)
  if (stage === 'passed') return days.addWorking(today, -9)
  return today - (stage === 'guarantee' ? random.between(26, 340) : random.between(392, 3620))
}

function standing(random: Random, days: Days, today: number, stage: Stage): Partial<Wanted> {
  if (stage === 'planned') return { from: today + random.between(15, 160) }
  if (stage === 'permitting') {
    return {
      desk: random.weighted({ application_accepted: 38, supplement_requested: 9, special_procedure: 6 }),
      from: today + random.between(14, 50),
    }
  }
  if (stage === 'permitted') return { from: today + random.between(2, 24) }
  // Accepted in the first minutes of today: the guarantee of what passed before today has begun by itself.
  if (stage === 'passed') return { minute: random.between(2, 18) }
  if (stage === 'in_progress' || stage === 'suspended') return { to: days.nextWorking(today + random.between(6, 70)) }
  return {}
}

/** The day a matter falls due, in working days from today; on a day off what is due at once waits for the next working day. */
export const dueDay = (days: Days, today: number, { dueIn }: Matter): number =>
  dueIn > 0 ? days.addWorking(today, dueIn) : days.addWorking(days.nextWorking(today), dueIn)

/** Puts a matter on a dig that can have it, turning its dates so that the clock falls due on the wanted day. */
function giveMatter(
  random: Random,
  days: Days,
  today: number,
  wanted: Wanted[],
  matter: Matter,
  promises: Promises,
): void {
  const due = dueDay(days, today, matter)
  const take = (fits: (dig: Wanted) => boolean) => {
    const found = random.shuffle(wanted.filter((dig) => !dig.matter && fits(dig)))[0]
    if (!found) throw new Error(`no dig fits the matter ${matter.clock}`)
    found.matter = matter
    return found
  }
  const isStreet = (dig: Wanted) => dig.kind === 'road_excavation' || dig.kind === 'pipeline_works'
  switch (matter.clock) {
    case 'permit.acceptance':
      Object.assign(
        take((dig) => dig.stage === 'permitting' && isStreet(dig)),
        { desk: 'submitted', anchor: days.addWorking(due, -promises.acceptance) },
      )
      return
    case 'permit.decision':
      Object.assign(
        take((dig) => dig.stage === 'permitting' && isStreet(dig)),
        { desk: 'application_accepted', anchor: days.addWorking(due, -promises.decision) },
      )
      return
    case 'works.period': {
      // A period ends on a day of its own, not on a counted one: late by calendar days.
      const to = matter.dueIn < 0 ? today + matter.dueIn : due
      Object.assign(
        take((dig) => dig.stage === 'in_progress' && isStreet(dig)),
        { to, anchor: days.previousWorking(to - random.between(15, 40)) },
      )
      return
    }
    case 'works.acceptance':
      take((dig) => dig.stage === 'completed' && isStreet(dig)).anchor = days.addWorking(due, -promises.pass)
      return
    case 'emergency.filing': {
      const dig = take((dig) => dig.stage === 'in_progress' && dig.kind === 'emergency_repair')
      Object.assign(dig, { isUnfiled: true, anchor: today - 3, to: today + 2 })
      return
    }
    case 'utility.response':
      take((dig) => dig.stage === 'permitted' && isStreet(dig)).anchor = days.addWorking(due, -promises.response - 2)
      return
    case 'rectification.low':
      take((dig) => dig.stage === 'in_progress' && isStreet(dig)).anchor = days.addWorking(
        due,
        -promises.rectification - 4,
      )
  }
}
