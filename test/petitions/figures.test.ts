import { expect, test } from 'vitest'
import { naiveIsWorking } from '../clocks/naive-calendar.ts'
import { shanghaiDay, shiftDay } from '../../server/clocks/working-days.ts'
import { ok } from '../permits/stage.ts'
import { counter } from './stage.ts'

interface Told {
  subject_id: string
  type: string
  at: string
  data: { result?: string }
}

/** Working days after one day through another, by a plain walk. */
function naiveDays(from: string, to: string): number {
  let count = 0
  for (let day = shiftDay(from, 1); day <= to; day = shiftDay(day, 1)) if (naiveIsWorking(day)) count += 1
  return count
}

test('received, closed, satisfied and days to the first answer equal a plain recount from the events, and the rows behind them add up', async () => {
  const c = await counter()
  const { w, authority, judge, promoter } = c
  const again = { unit_id: c.org(promoter), judge_id: c.org(judge) }
  const days = [0, 1, 5, 9]
  for (const [i, wait] of days.entries()) {
    const p = await c.dispatched()
    w.clock.add(24 * wait)
    ok(await c.act(promoter, p, 'answer', { answer: '已处理' }))
    if (i === 0) ok(await c.act(judge, p, 'judge', { result: 'not_reached' }))
    if (i === 1) {
      ok(await c.act(judge, p, 'find-unsatisfied', { note: '不满意' }))
      ok(await c.act(authority, p, 'dispatch-again', again))
      ok(await c.act(promoter, p, 'answer', { answer: '再次处理' }))
      ok(await c.act(judge, p, 'judge', { result: 'basically_satisfied' }))
    }
    if (i === 2) ok(await c.act(judge, p, 'find-unsatisfied', { note: '不满意' }))
    if (i < 2) ok(await c.act(authority, p, 'close'))
  }
  await c.ask()
  const told = await w.look(({ tx }) =>
    tx.raw<Told & Record<string, unknown>>(
      `select subject_id, type, at, data from event where district_code = $1 and subject_kind = 'petition' order by at, subject_version`,
      [w.district_code],
    ),
  )
  const of = (type: RegExp) => told.filter((one) => type.test(one.type))
  const came = of(/submitted$/)
  const last = new Map(of(/judged$|found_unsatisfied$/).map((one) => [one.subject_id, one.data.result!]))
  const reached = [...last.values()].filter((result) => result !== 'not_reached')
  const waits = came
    .flatMap(({ subject_id, at }) => {
      const first = of(/answered$/).find((one) => one.subject_id === subject_id)
      return first ? [naiveDays(shanghaiDay(new Date(at)), shanghaiDay(new Date(first.at)))] : []
    })
    .sort((a, b) => a - b)
  const median = (waits[1]! + waits[2]!) / 2
  const { petitions } = ok(await w.as(null).get('/api/figures?year=2026')).body
  const figure = (name: string) => petitions.find((one: { figure: string }) => one.figure === name).this_year
  expect(figure('petitions_received').value).toBe(came.length)
  expect(figure('petitions_closed')).toEqual({
    numerator: 2,
    denominator: 5,
    value: of(/closed$/).length / came.length,
  })
  expect(figure('petitions_satisfied')).toEqual({
    numerator: reached.filter((result) => ['satisfied', 'basically_satisfied'].includes(result)).length,
    denominator: reached.length,
    value: 1 / 2,
  })
  expect(waits).toHaveLength(4)
  expect(figure('petitions_answer_days')).toEqual({ numerator: 4, denominator: 4, value: median })

  const rows = ok(await w.as(authority).get('/api/figures/petitions?year=2026')).body.petitions
  expect(rows).toHaveLength(5)
  expect(rows.filter((row: { is_closed: boolean }) => row.is_closed)).toHaveLength(2)
  expect(
    rows
      .flatMap((row: { working_days: number | null }) => row.working_days ?? [])
      .sort((a: number, b: number) => a - b),
  ).toEqual(waits)
  expect((await w.as(null).get('/api/figures/petitions?year=2026')).status).toBe(401)
  expect((await w.as(promoter).get('/api/figures/petitions?year=2026')).status).toBe(403)
})
