import { expect, test } from 'vitest'
import { world } from '../world.ts'
import { applied, axis, file, ok, question, road, rule } from './ground.ts'

const now = '2026-03-02T02:00:00Z'

test('inside the no-dig years a grant without the approval of the county government is refused; with it, the permit names the exception', async () => {
  const w = await world({ now })
  await road(w, { handed_over_on: '2024-06-01' })
  const { authority, promoter, id, permit } = await applied(w)
  const refused = await authority.post(`/api/permits/${permit}/grant`)
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'permits/moratorium-approval-missing' }] } })
  const granted = ok(await authority.post(`/api/permits/${permit}/grant`, { evidence: [await file(w, id)] }))
  const named = { name: '梧桐路', rule: 'moratorium.new_road', jurisdiction: 'CN', open_until: '2029-06-01' }
  expect(granted.moratorium_exception).toMatchObject([named])
  const { exceptions } = ok(await promoter.get(`/api/restrictions/projects/${id}`))
  expect(exceptions).toMatchObject([{ approval: '区政府批复.pdf', roads: [named] }])
})

test('on a road whose no-dig years are over, or that was never new, a grant needs nothing more', async () => {
  const w = await world({ now })
  await road(w, { handed_over_on: '2021-01-04', overhauled_on: '2022-01-01' })
  const { authority, permit } = await applied(w)
  expect(ok(await authority.post(`/api/permits/${permit}/grant`)).moratorium_exception).toBeNull()
})

test('the years count to the first day of the permit: a period that begins when they are over needs no approval', async () => {
  const w = await world({ now })
  await road(w, { handed_over_on: '2021-05-04' })
  const { authority, permit } = await applied(w)
  const early = await authority.post(`/api/permits/${permit}/grant`, { valid_from: '2026-05-03' })
  expect(early.body.errors[0].code).toBe('permits/moratorium-approval-missing')
  expect((await authority.post(`/api/permits/${permit}/grant`, { valid_from: '2026-05-04' })).status).toBe(200)
})

test("a district's own ten years stand before the nation's five, for new roads only", async () => {
  const w = await world({ now })
  await rule(w, { key: 'moratorium.new_road', value: { years: 10 } })
  await road(w, { handed_over_on: '2018-07-01', overhauled_on: '2024-01-10' })
  const { segments } = ok(await w.as(await w.member('authority')).post('/api/restrictions/check', question))
  expect(segments).toMatchObject([
    {
      rule: 'moratorium.new_road',
      jurisdiction: String(w.district_code),
      years: 10,
      open_until: '2028-07-01',
      basis_zh: '本地规定',
    },
  ])
  const { authority, permit } = await applied(w)
  expect((await authority.post(`/api/permits/${permit}/grant`)).status).toBe(422)
})

test('of the rules of one place the one in force on the day decides: one not begun and one ended do not', async () => {
  const w = await world({ now })
  await w.member('authority')
  await rule(w, { key: 'moratorium.new_road', value: { years: 20 }, from: '2026-04-01' })
  await rule(w, { key: 'moratorium.new_road', value: { years: 7 }, from: '2020-01-01', to: '2026-04-01' })
  await rule(w, { key: 'moratorium.new_road', value: { years: 30 }, from: '2010-01-01', to: '2020-01-01' })
  await road(w, { handed_over_on: '2020-07-01' })
  const until = async () => ok(await w.as(null).post('/api/restrictions/check', question)).segments[0].open_until
  expect(await until()).toBe('2027-07-01')
  w.clock.set('2026-04-01T02:00:00Z')
  expect(await until()).toBe('2040-07-01')
})

test('a place may close concrete longer than asphalt (the years of Japan)', async () => {
  const w = await world({ now })
  await w.member('authority')
  await rule(w, { key: 'moratorium.new_road', value: { years: 5, years_by_surface: { concrete: 7 } } })
  await road(w, { handed_over_on: '2020-07-01', surface: 'concrete' })
  await road(w, { handed_over_on: '2020-07-01', surface: 'asphalt' })
  const { segments } = ok(await w.as(null).post('/api/restrictions/check', question))
  expect(segments.map((one: { surface: string; open_until: string | null }) => [one.surface, one.open_until])).toEqual([
    ['concrete', '2027-07-01'],
    ['asphalt', null],
  ])
})

test('a trench along the edge of a road does not dig it; ten centimetres further in it does', async () => {
  const w = await world({ now })
  await w.member('authority')
  await road(w, { handed_over_on: '2025-01-01' })
  const metre = 1 / 110_860 // of latitude here
  const beside = (gap_m: number) => ({
    ...question,
    geometry: { type: 'LineString', coordinates: axis.map(([x, y]) => [x, y + (10 + gap_m + 0.5) * metre]) },
  })
  const segments = async (gap_m: number) => ok(await w.as(null).post('/api/restrictions/check', beside(gap_m))).segments
  expect(await segments(0)).toEqual([])
  expect(await segments(0.5)).toEqual([])
  expect(await segments(-0.1)).toHaveLength(1)
})

test('tiles tell everybody until when a road may not be dug and by which rule, and nothing of roads that may', async () => {
  const w = await world({ now })
  await road(w, { handed_over_on: '2024-06-01' })
  await road(w, { handed_over_on: '2001-06-01', name: '老路' })
  const rows = await w.run(w.public, ({ tx }) =>
    tx.many('tiles/roads', {
      z: 14,
      today: '2026-03-02',
      district_codes: [w.district_code],
      min_x: 11_568_000,
      min_y: 3_577_000,
      max_x: 11_570_500,
      max_y: 3_580_000,
      west: 11_568_000,
      north: 3_580_000,
      scale: 1,
    } as never),
  )
  expect(rows.map((row) => [row.name, row.rule, row.open_until]).toSorted()).toEqual([
    ['梧桐路', 'moratorium.new_road', '2029-06-01'],
    ['老路', null, null],
  ])
})
