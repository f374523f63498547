import type { ClockGround } from './dig-clocks.ts'
import { startClock, stop } from './dig-clocks.ts'
import { dueDay } from './dig-plan.ts'
import type { Filed } from './dig-rows.ts'
import { owned } from './dig-rows.ts'
import type { UtilityRequestRow } from './dig-tables.ts'
import type { Theme } from './vocabulary.ts'
import type { Carried } from './networks.ts'
import { lane, themes } from './networks.ts'
import type { Cast } from './organisations.ts'

/** Utilities are asked about digs within this distance of their network (sql/data/rules, utility.response). */
const within = 10

/** What each utility was asked about a dig in the street, and what it answered. Clocks go to the dig's own list. */
export function askUtilities(ground: ClockGround, cast: Cast, carried: Carried, filed: Filed): UtilityRequestRow[] {
  const { dig } = filed
  const submit = dig.life.steps.find(({ move }) => move === 'submit')
  const isAsked =
    ['permitting', 'permitted', 'in_progress', 'suspended'].includes(dig.stage) &&
    dig.kind !== 'building_works' &&
    dig.kind !== 'emergency_repair'
  if (!submit || !isAsked || dig.place.offset === null) return []
  return themes.flatMap((theme) => {
    const segments = dig.place.sites.filter(({ road }) => carried.get(road)?.has(theme)).length
    const nearest_m = Math.max(0, Math.abs(lane[theme] - dig.place.offset!) - (dig.place.width ?? 3) / 2)
    return segments > 0 && nearest_m <= within
      ? [request(ground, cast, filed, { theme, nearest_m: Math.round(nearest_m * 100) / 100, segments })]
      : []
  })
}

function request(
  ground: ClockGround,
  cast: Cast,
  filed: Filed,
  near: { theme: Theme; nearest_m: number; segments: number },
): UtilityRequestRow {
  const { days, today, random } = ground
  const { dig, holders, reference } = filed
  const matter = dig.matter?.clock === 'utility.response' && dig.matter.theme === near.theme ? dig.matter : undefined
  const mayWait = (dig.stage === 'permitting' || dig.stage === 'permitted') && !dig.matter
  const isOpen = matter !== undefined || (mayWait && random.chance(0.16))
  const submitted = dig.life.steps.find(({ move }) => move === 'submit')!
  const promised = ground.ruleOn('utility.response', days.text(today)).value.promised!
  const asked = isOpen
    ? {
        day: days.addWorking(
          matter ? dueDay(days, today, matter) : days.addWorking(days.nextWorking(today), promised - 1),
          -promised,
        ),
        minute: 620,
      }
    : { day: submitted.day, minute: Math.min(1430, submitted.minute + 4) }
  const id = random.uuid()
  const utility = cast.utilities[near.theme]
  const { project } = holders
  const clock = startClock(ground, {
    kind: 'utility.response',
    subject_kind: 'utility_request',
    subject_id: id,
    owner: 'utility',
    owner_id: utility.id,
    project,
    started: asked,
  })
  const answered = days.addWorking(asked.day, random.between(0, 2))
  if (!isOpen) stop(ground, clock, { day: answered < today ? answered : asked.day, minute: random.between(1050, 1075) })
  filed.clocks.push(clock)
  const isAnswered = clock.stopped_at !== null
  return {
    ...owned(id, holders),
    project_id: dig.id,
    utility_id: utility.id,
    utility_kind: near.theme,
    project_reference: reference,
    project_name: dig.name.zh,
    status: isAnswered ? 'answered' : 'open',
    ...(isAnswered ? answer(ground, near.theme) : { response_code: null, response_note: null }),
    nearest_m: near.nearest_m,
    segments: near.segments,
    asked_at: clock.started_at,
    due_on: clock.due_on,
    answered_at: clock.stopped_at,
  }
}

function answer({ random }: ClockGround, theme: Theme): Pick<UtilityRequestRow, 'response_code' | 'response_note'> {
  const response_code = random.weighted({ marked: 6, existing_marks: 2, standby: theme === 'gas' ? 4 : 1 })
  const notes = { marked: '已现场标识管位', existing_marks: '原标识有效', standby: '施工时派员旁站监护' }
  return { response_code, response_note: notes[response_code] }
}
