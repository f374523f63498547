import type { ClockGround } from './dig-clocks.ts'
import { pause, startClock, stop } from './dig-clocks.ts'
import { owned, questionEvents, type Filed } from './dig-rows.ts'
import type { ApprovalItemRow, ClockRow, EventRow } from './dig-tables.ts'
import type { Moment } from './limits.ts'
import type { Cast } from './organisations.ts'

type StageCode = 'land_use' | 'works_planning' | 'construction' | 'joint_acceptance'

/** The items of a stage of building works, as the rule `approval.stages` names them today. */
function itemsOf({ ruleOn, days, today }: ClockGround, code: StageCode): string[] {
  const { stages } = ruleOn('approval.stages', days.text(today)).value as {
    stages?: { code: string; items: string[] }[]
  }
  return stages!.find((stage) => stage.code === code)!.items
}

/** Whether the planning bureau answers an item; else the dig's own authority records the paper that another office signed. */
function isOfPlanning({ ruleOn, days, today }: ClockGround, item: string): boolean {
  const { asks } = ruleOn(`approval.${item}`, days.text(today)).value as { asks?: { kind?: string } }
  return asks?.kind === 'planning'
}

/** When a stage was asked for, and when it was complete; null while it is not. */
interface Run {
  stage: StageCode
  asked: Moment
  complete: Moment | null
  /** The items that were answered while others wait. */
  early?: readonly string[]
}
interface Written {
  rows: ApprovalItemRow[]
  events: EventRow[]
}

/**
 * The approval items of building works, stage by stage with the dig's own moves: two stages before the application, one beside it, joint acceptance
 * after completion. Clocks of what is still asked for go to the dig's own list, and the one over all stages while it is open.
 */
export function approvalsOf(ground: ClockGround, cast: Cast, filed: Filed): Written {
  const written: Written = { rows: [], events: [] }
  if (filed.dig.kind !== 'building_works') return written
  const runs = runsOf(ground, filed)
  for (const run of runs) for (const item of itemsOf(ground, run.stage)) ask(ground, cast, filed, run, item, written)
  keepWhole(ground, filed, runs)
  return written
}

/** Each stage begins the minute the one before is complete, so the clock over all stages never waits for the promoter before the application. */
function runsOf({ days, today, random }: ClockGround, { dig }: Filed): Run[] {
  const step = (move: string) => dig.life.steps.find((one) => one.move === move)
  const [registered, submit, grant, complete, pass] = [
    step('register')!,
    step('submit'),
    step('grant'),
    step('complete'),
    step('pass'),
  ]
  if (step('cancel')) return []
  if (!submit) return plannedRuns(days, today, random.fork(`approvals/${dig.id}`), registered)
  const working = (from: number, n: number) => Math.max(registered.day, days.addWorking(from, n))
  const between = { day: working(submit.day, -5), minute: submit.minute - 3 }
  const first = { day: Math.min(working(submit.day, -8), between.day), minute: submit.minute - 6 }
  const applied = { day: submit.day, minute: submit.minute - 1 }
  const runs: Run[] = [
    { stage: 'land_use', asked: afterwards(first, registered), complete: afterwards(between, registered) },
    { stage: 'works_planning', asked: afterwards(between, registered), complete: afterwards(applied, registered) },
  ]
  const reviewed = days.addWorking(submit.day, 4)
  const asked = { day: submit.day, minute: submit.minute + 2 }
  runs.push({
    stage: 'construction',
    asked,
    complete: grant
      ? { day: grant.day, minute: grant.minute - 2 }
      : reviewed < today
        ? { day: reviewed, minute: 600 }
        : null,
    early: days.addWorking(submit.day, 1) < today ? ['quality_supervision'] : [],
  })
  if (complete)
    runs.push({
      stage: 'joint_acceptance',
      asked: { day: complete.day, minute: complete.minute + 2 },
      complete: pass ? { day: pass.day, minute: pass.minute - 2 } : null,
      early: days.addWorking(complete.day, 1) < today ? ['archive_acceptance'] : [],
    })
  return runs
}

/** Before an application some plans wait for their promoter, some for the planning bureau, and some are through. */
function plannedRuns(
  days: ClockGround['days'],
  today: number,
  random: ClockGround['random'],
  registered: Moment,
): Run[] {
  const where = random.weighted({ idle: 1, land_use: 2, works_planning: 3 })
  const asked = { day: days.addWorking(today, -random.between(1, 4)), minute: 570 }
  if (where === 'idle' || asked.day <= registered.day) return []
  if (where === 'land_use') return [{ stage: 'land_use', asked, complete: null }]
  const first = { day: Math.max(days.addWorking(asked.day, -3), registered.day), minute: 560 }
  return [
    { stage: 'land_use', asked: afterwards(first, registered), complete: { day: asked.day, minute: 565 } },
    { stage: 'works_planning', asked, complete: null },
  ]
}

/** Not before the plan was registered. */
function afterwards(moment: Moment, registered: Moment): Moment {
  const isBefore = moment.day < registered.day || (moment.day === registered.day && moment.minute <= registered.minute)
  return isBefore ? { day: registered.day, minute: registered.minute + 1 } : moment
}

function ask(ground: ClockGround, cast: Cast, filed: Filed, run: Run, item: string, { rows, events }: Written): void {
  const { dig, holders } = filed
  const random = ground.random.fork(`approvals/${dig.id}/${item}`)
  const authority = isOfPlanning(ground, item) ? cast.planning : filed.duty.authority
  const id = random.uuid()
  const early = run.early?.includes(item) ? { day: ground.days.addWorking(run.asked.day, 1), minute: 590 } : null
  const answered = run.complete ?? early
  if (!answered) filed.clocks.push(itemClock(ground, filed, { id, item, authority_id: authority.id, run }))
  const { days } = ground
  const asked_at = days.at(run.asked.day, run.asked.minute)
  const answered_at = answered && days.at(answered.day, answered.minute)
  const basis = `approval.${item}`
  const subject = { subject_kind: 'approval_item', subject_id: id, basis }
  const data = { approval_stage: run.stage, item }
  const document_no = answered && `演示〔${answered_at!.slice(0, 4)}〕${random.between(1, 9999)}号`
  rows.push({
    ...owned(id, holders),
    project_id: dig.id,
    stage: run.stage,
    item,
    status: answered ? 'approved' : 'asked',
    authority_id: authority.id,
    document_no,
    asked_at,
    answered_at,
    version: answered ? 3 : 2,
    updated_at: answered_at ?? asked_at,
  })
  const { contact, organisation } = dig.promoter
  events.push(
    ...questionEvents(
      ground,
      filed,
      subject,
      {
        type: 'approval.asked',
        at: asked_at,
        actor: { role: 'promoter', name: contact, organisation },
        data: { from: 'draft', to: 'asked', ...data },
      },
      answered_at
        ? {
            type: 'approval.approved',
            at: answered_at,
            actor: { role: 'authority', name: '经办人', organisation: authority },
            data: { from: 'asked', to: 'approved', ...data, document_no },
          }
        : null,
    ),
  )
}

function itemClock(
  ground: ClockGround,
  { holders }: Filed,
  { id, item, authority_id, run }: { id: string; item: string; authority_id: string; run: Run },
): ClockRow {
  return startClock(ground, {
    kind: 'approval.item',
    rule: `approval.${item}`,
    subject_kind: 'approval_item',
    subject_id: id,
    owner: 'authority',
    owner_id: authority_id,
    project: holders.project,
    started: run.asked,
  })
}

/** Running or paused while the permit is not granted; of later digs, whose pauses lie behind them, it is left out as their other old clocks are. */
function keepWhole(ground: ClockGround, filed: Filed, runs: readonly Run[]): void {
  const [first] = runs
  const step = (move: string) => filed.dig.life.steps.find((one) => one.move === move)
  if (!first || step('complete') || filed.clocks.length === 0) return
  const clock = startClock(ground, {
    kind: 'approval.whole',
    subject_kind: 'project',
    subject_id: filed.dig.id,
    owner: 'authority',
    owner_id: filed.holders.authority_id,
    project: filed.holders.project,
    started: first.asked,
  })
  const isDecided = step('grant')
  const [ended] = ['lapse', 'revoke', 'withdraw', 'cancel_as_penalty'].flatMap((move) => step(move) ?? [])
  if (ended) {
    stop(ground, clock, ended)
    clock.state = 'cancelled'
  } else if (isDecided && runs.every(({ complete }) => complete)) pause(ground, clock, isDecided)
  filed.clocks.push(clock)
}
