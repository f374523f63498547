import { expect, test } from 'vitest'
import { digNear, expectStatus, inArrears, personal, stage } from './stage.ts'

test('the buyer sees by the link how each account stands, in plain words, and the dig outside the door', async () => {
  const s = await stage()
  await digNear(s, '云杉路', 0.0001)
  await digNear(s, '远处的路', 0.001)
  await digNear(s, '计划中的路', 0.0001, 'planned')
  s.answers.gas = inArrears
  const { id, tracking } = await s.entered()
  expectStatus(await s.as(s.utilities.water).post(`/api/transfers/${id}/legs/water/complete`), 200)
  const page = expectStatus(await s.as(null).get(`/api/track/${tracking.token}`), 200)
  expect(page).toMatchObject({ unit_label: s.unit.label, is_entered: true, is_finished: false })
  expect(page.legs.map((leg: any) => [leg.kind, leg.state, leg.words_en])).toEqual([
    ['gas', 'held', 'something has to be settled first'],
    ['power', 'working', 'with the utility'],
    ['water', 'done', 'done'],
  ])
  expect(page.digs).toEqual([
    {
      name: '云杉路',
      name_en: null,
      stage: 'in_progress',
      distance_m: expect.closeTo(11.1, 0),
      expected_backfill_on: '2026-03-06',
      is_late: false,
    },
  ])
  const text = JSON.stringify(page)
  for (const value of [...personal, '86.4', '李', '何']) expect(text).not.toContain(value)
})

test('a wrong link, an old link and a link to an ended case are all the same: there is nothing', async () => {
  const s = await stage()
  const { id, tracking } = await s.entered()
  const token: string = tracking.token
  const other = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
  const bad = [
    other,
    'dgl_510116_x',
    `dgl_${s.district_code}_${'-'.repeat(36)}_${'A'.repeat(32)}`,
    token.replace('dgl', 'dgt'),
  ]
  for (const link of bad) expect([link, (await s.as(null).get(`/api/track/${link}`)).status]).toEqual([link, 404])
  const renewed = expectStatus(await s.as(s.registry).post(`/api/transfers/${id}/tracking-link`), 201)
  expect((await s.as(null).get(`/api/track/${token}`)).status).toBe(404)
  expectStatus(await s.as(null).get(`/api/track/${renewed.token}`), 200)
  for (const kind of ['water', 'power', 'gas'] as const)
    await s.as(s.utilities[kind]).post(`/api/transfers/${id}/legs/${kind}/complete`)
  s.clock.add(24 * 89)
  expect(expectStatus(await s.as(null).get(`/api/track/${renewed.token}`), 200).is_finished).toBe(true)
  s.clock.add(24 * 2)
  expect((await s.as(null).get(`/api/track/${renewed.token}`)).status).toBe(404)
})

test('the link is kept as a hash only', async () => {
  const s = await stage()
  const { tracking } = await s.open()
  const [row] = await s.look(({ tx }) =>
    tx.raw('select * from transfer_case where district_code = $1', [s.district_code]),
  )
  const text = JSON.stringify(row)
  expect(text).not.toContain(tracking.token.slice(-32))
})

test('the registry sees the digs near the home it sells as advice', async () => {
  const s = await stage()
  await digNear(s, '云杉路', 0.0001)
  const opened = await s.open()
  expect(opened.digs.map((dig: any) => [dig.name, dig.expected_backfill_on])).toEqual([['云杉路', '2026-03-06']])
})
