import { expect, test } from 'vitest'
import { cardAt, deadline } from '../../server/clocks/cards.ts'
import { addWorkingDays } from '../../server/clocks/working-days.ts'
import { demoMoves, type DemoMove } from '../../server/demo/dig-moves.ts'
import { permitMachine } from '../../server/permits/states.ts'
import { projectMachine } from '../../server/projects/states.ts'
import { worksMachine } from '../../server/works/states.ts'
import { countBy, districtOf } from './district.ts'
import { readReference } from './reference.ts'
import { marks } from '../clocks/marks.ts'

const today = '2026-11-23'
const district = districtOf(today)
const { calendar } = readReference(today)
const running = district.clock.filter(({ state }) => state === 'running')
const dig = (reference: string) => district.dig_project.find((project) => project.reference === reference)!

test("the demo's moves are those of the lifecycle tables", () => {
  const machines = { permit: permitMachine, works: worksMachine, project: projectMachine } as const
  for (const [name, made] of Object.entries(demoMoves) as [string, DemoMove][]) {
    if (name === 'register') continue
    const moves: Record<string, { to: string; event: string; basis: string; by: readonly string[] }> =
      machines[made.machine].moves
    expect(moves[name], name).toMatchObject({ to: made.to, event: made.event, basis: made.basis })
    expect(moves[name]!.by).toContain(made.by)
  }
})

test("the demo's clocks fall due on the days that the clock engine counts", () => {
  const counted = district.clock.filter(
    ({ unit, promised_limit, statutory_limit }) =>
      unit === 'working_days' && (promised_limit ?? statutory_limit) !== null,
  )
  expect(counted.length).toBeGreaterThan(500)
  for (const clock of counted.filter((_, i) => i % 7 === 0)) {
    const limit = clock.promised_limit ?? clock.statutory_limit!
    const { due_on, yellow_on } = deadline(
      { started_at: new Date(clock.started_at), limit, unit: 'working_days' },
      calendar,
      marks,
    )
    expect([clock.due_on, clock.yellow_on], clock.kind).toEqual([due_on, yellow_on])
  }
})

test('a running clock shows the card of today, and a dig the worst of its clocks', () => {
  const now = new Date(`${today}T00:00:00+08:00`)
  for (const { due_on, due_at, yellow_on, card, kind } of running) {
    const red_from = due_at ? new Date(due_at) : new Date(Date.parse(`${due_on}T00:00:00+08:00`) + 86_400_000)
    expect(card, kind).toBe(cardAt(now, { yellow_from: new Date(`${yellow_on}T00:00:00+08:00`), red_from }))
  }
  const has = (wanted: string) =>
    new Set(running.filter(({ card }) => card === wanted).map(({ project_id }) => project_id))
  const [red, yellow] = [has('red'), has('yellow')]
  const wrong = district.dig_project.filter(
    ({ id, card }) => card !== (red.has(id) ? 'red' : yellow.has(id) ? 'yellow' : 'none'),
  )
  expect(wrong).toEqual([])
})

test('twelve matters are due today, and every kind of owner has something late', () => {
  expect(running.filter(({ due_on }) => due_on === today)).toHaveLength(12)
  const late = countBy(
    running.filter(({ card }) => card === 'red'),
    ({ owner }) => owner,
  )
  expect(Object.keys(late).toSorted()).toEqual(['authority', 'promoter', 'utility'])
})

test('云杉路燃气管改造 has three sites, is one day over its period, and that is the promoter’s red card', () => {
  const project = dig('DP-510116-2026-000123')
  expect(project).toMatchObject({
    name: '云杉路燃气管改造',
    stage: 'in_progress',
    card: 'red',
    card_owner: 'promoter',
    planned_to: '2026-11-22',
  })
  expect(project.promoter_id).toBe(district.person.find(({ login }) => login === 'luo.jian')!.organisation_id)
  expect(district.site.filter(({ project_id }) => project_id === project.id)).toHaveLength(3)
  const period = running.find(({ project_id, kind }) => project_id === project.id && kind === 'works.period')
  expect(period).toMatchObject({ due_on: '2026-11-22', card: 'red' })
  expect(period!.basis_zh).toContain('36')
})

test('许敏 has one yellow decision, red after two more working days', () => {
  const hers = district.person.find(({ login }) => login === 'xu.min')!.organisation_id
  const carded = running.filter(
    ({ owner_id, kind, card }) => owner_id === hers && kind.startsWith('permit.') && card !== 'none',
  )
  expect(carded).toHaveLength(1)
  expect(carded[0]).toMatchObject({
    kind: 'permit.decision',
    card: 'yellow',
    due_on: addWorkingDays(today, 1, calendar).due_on,
  })
})

test('on a Saturday too 许敏 finds a yellow decision, due on the next working day', () => {
  const saturday = districtOf('2026-11-28')
  const hers = saturday.person.find(({ login }) => login === 'xu.min')!.organisation_id
  const carded = saturday.clock.filter(
    ({ owner_id, kind, state, card }) =>
      owner_id === hers && kind.startsWith('permit.') && state === 'running' && card !== 'none',
  )
  expect(carded).toMatchObject([{ kind: 'permit.decision', card: 'yellow', due_on: '2026-11-30' }])
})

test('云杉路 was dug three times in the last three years', () => {
  const near = district.dig_project.filter(
    ({ name, stage, updated_at }) => name.startsWith('云杉路') && stage !== 'cancelled' && updated_at > '2023-11-23',
  )
  expect(near.map(({ name }) => name).toSorted()).toEqual(
    ['云杉路电力排管新建', '云杉路燃气管改造', '云杉路老旧供水管更换'].toSorted(),
  )
})

test('every utility has been asked about digs near its network, and some questions are open', () => {
  expect(Math.max(...district.utility_request.map(({ nearest_m }) => nearest_m))).toBeLessThanOrEqual(10)
  const open = countBy(
    district.utility_request.filter(({ status }) => status === 'open'),
    ({ utility_kind }) => utility_kind,
  )
  for (const kind of ['water', 'power', 'gas']) expect(open[kind]).toBeGreaterThan(1)
})

test('works in progress were asked about and answered, and lie open somewhere', () => {
  const unanswered = new Set(
    district.utility_request.filter(({ status }) => status === 'open').map(({ project_id }) => project_id),
  )
  const open = new Set(district.site.filter(({ status }) => status === 'open').map(({ project_id }) => project_id))
  const inProgress = district.dig_project.filter(({ stage }) => stage === 'in_progress').map(({ id }) => id)
  expect(inProgress.filter((id) => unanswered.has(id))).toEqual([])
  expect(inProgress.filter((id) => !open.has(id))).toEqual([])
})
