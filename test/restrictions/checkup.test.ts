import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths } from '../../server/clocks/working-days.ts'
import { shiftDay } from '../../server/clocks/working-days.ts'
import { feeFactor, firstOpenDay } from '../../server/restrictions/earliest.ts'
import { world, type World } from '../world.ts'
import { applied, axis, ok, question, road, rule } from './ground.ts'

const now = '2026-03-02T02:00:00Z'
const check = async (w: World, change: object = {}, role: 'promoter' | 'authority' | null = null) =>
  ok(await w.as(role && (await w.member(role))).post('/api/restrictions/check', { ...question, ...change }))
const names = (list: { name: string }[]) => list.map(({ name }) => name)

test('the approvals that a dig needs follow from data: road or field, no-dig years, gas near, depth', async () => {
  const w = await world({ now })
  await w.member('authority')
  expect(names((await check(w)).needs)).toEqual(['works_planning'])
  await road(w, { handed_over_on: '2001-01-01' })
  expect(names((await check(w)).needs)).toEqual(['excavation', 'occupation', 'traffic_consent', 'works_planning'])
  await road(w, { handed_over_on: '2025-01-01' })
  await pipe(w, 'gas')
  const all = await check(w, { depth_m: 5.2 })
  expect(names(all.needs)).toEqual(
    expect.arrayContaining(['deep_excavation_scheme', 'expert_review', 'gas_protection_plan', 'government_approval']),
  )
  expect(all.needs.every((need: { basis_zh: string }) => need.basis_zh.length > 4)).toBe(true)
  expect(names((await check(w, { kind: 'emergency_repair' })).needs)).toEqual(['emergency_filing'])
})

test('the clocks run by the working days of the calendar: acceptance, then the decision, beside it the answers of utilities', async () => {
  const w = await world({ now: '2026-09-24T02:00:00Z' })
  await w.member('authority')
  const { clocks } = await check(w, { planned_from: '2026-11-02', planned_to: '2026-11-20' })
  // 2026-09-25 is a holiday, the weekend before the national holiday is not worked but 09-20 and 10-10 are
  expect(clocks.steps.map((one: { kind: string; statutory_on: string }) => [one.kind, one.statutory_on])).toEqual([
    ['permit.acceptance', '2026-10-09'],
    ['permit.decision', '2026-11-05'],
    ['utility.response', '2026-09-30'],
  ])
  expect(clocks).toMatchObject({ statutory_on: '2026-11-05', provisional: false })
})

test('a promise shortens the earliest day, the law does not', async () => {
  const w = await world({ now })
  await w.member('authority')
  await rule(w, { key: 'permit.decision', value: { statutory: 20, promised: 9 } })
  await w.look(({ tx }) =>
    tx.raw(`update rule set unit = 'working_days' where jurisdiction = $1`, [String(w.district_code)]),
  )
  const { earliest } = await check(w)
  expect(earliest).toEqual({ promised_on: '2026-03-20', statutory_on: '2026-04-07', ground_on: '2026-03-02' })
})

test('the fee is area by tariff, multiplied by what is left of the no-dig years, and a square metre is charged once', async () => {
  const w = await world({ now })
  await w.member('authority')
  expect((await check(w)).fee).toBeNull()
  await rule(w, { key: 'fee.restoration', value: { per_m2: { asphalt: 400 }, other_per_m2: 300 } })
  await rule(w, { key: 'fee.occupation', value: { per_m2_day: 2 } })
  const bands = [
    { years_left_over: 2, factor: 3 },
    { years_left_over: 0, factor: 1.5 },
  ]
  await rule(w, { key: 'fee.moratorium_factor', value: { bands } })
  await road(w, { handed_over_on: '2025-01-01' })
  await road(w, { handed_over_on: '2001-01-01', surface: 'concrete' })
  const { fee, segments } = await check(w, { planned_from: '2026-05-04', planned_to: '2026-05-08' })
  // 1 m across 20 m, the same ground on both roads
  expect(segments.map((one: { fee_factor: number }) => one.fee_factor)).toEqual([3, 1])
  expect(segments[0].charged_m2).toBeCloseTo(20, 1)
  expect(segments[1].charged_m2).toBe(0)
  expect(fee.restoration).toBeCloseTo(20 * 400 * 3, -2)
  expect(fee.occupation).toBeCloseTo(20 * 5 * 2, 0)
  expect(fee.total).toBeCloseTo(fee.restoration + fee.occupation, 2)
})

test('the factors of Shanghai go from five times to once as the years run out', () => {
  const bands = [4, 3, 2, 1, 0].map((years_left_over) => ({ years_left_over, factor: years_left_over + 1 }))
  const left = (months: number) => feeFactor(bands, '2026-03-02', addMonths('2026-03-02', months))
  expect([60, 48, 47, 25, 24, 13, 12, 1].map(left)).toEqual([5, 4, 4, 3, 2, 2, 1, 1])
  expect(feeFactor(bands, '2026-03-02', '2026-03-02')).toBe(1)
  expect(feeFactor([], '2026-03-02', '2030-03-02')).toBe(1)
})

test('the public is told which pipes lie within their protection distance of its block, never whose, how far or where', async () => {
  const w = await world({ now })
  await w.member('authority')
  await pipe(w, 'gas')
  const seen = await check(w)
  expect(seen.pipes.block_m).toBe(100)
  expect(seen.pipes.lines).toMatchObject([
    { theme: 'gas', utility: null, distance_m: null, count: null, protected: true },
  ])
  expect(JSON.stringify(seen.pipes)).not.toContain('103.')
  // a hair's breadth of a question far outside the protection distance gets the same answer inside the block
  const apart = { geometry: { type: 'Point', coordinates: [103.92102, 30.57031] }, radius_m: 0.5 }
  const near = { geometry: { type: 'Point', coordinates: [103.92102, 30.57001] }, radius_m: 0.5 }
  expect((await check(w, apart)).pipes).toEqual((await check(w, near)).pipes)
  const told = await check(w, {}, 'promoter')
  expect(told.pipes).toMatchObject({
    block_m: null,
    lines: [{ theme: 'gas', count: 1, distance_m: 0, protected: true }],
  })
})

test("a rival's plan that is not public is hidden from promoters and the public, shown to the authority with the chance to share", async () => {
  const w = await world({ now })
  const { id } = await applied(w)
  const other = await w.member('promoter', { another: true })
  const seen = async (client: ReturnType<World['as']>) =>
    ok(await client.post('/api/restrictions/check', question))
      .digs.map((dig: { id: string }) => dig.id)
      .filter((seen_id: string) => seen_id.startsWith(`prj_${w.district_code}_`)) // other tests dig here too
  expect(await seen(w.as(null))).toEqual([])
  expect(await seen(w.as(other))).toEqual([])
  expect(await seen(w.as(await w.member('promoter')))).toEqual([id])
  const { digs } = await check(w, {}, 'authority')
  expect(digs.filter((dig: { id: string }) => dig.id === id)).toMatchObject([
    { id, may_share: true, at_once: true, distance_m: 0 },
  ])
})

test('a shape that breaks the rules, a period reversed or past, is refused with the field; a place nobody answers for too', async () => {
  const w = await world({ now })
  await w.member('authority')
  const wrong = async (change: object) => {
    const { status, body } = await w.as(null).post('/api/restrictions/check', { ...question, ...change })
    return [status, body.errors[0].pointer]
  }
  expect(await wrong({ width_m: null })).toEqual([422, '/width_m'])
  expect(await wrong({ planned_to: '2026-04-01' })).toEqual([422, '/planned_to'])
  expect(await wrong({ planned_from: '2026-03-01' })).toEqual([422, '/planned_from'])
  expect(
    await wrong({
      geometry: {
        type: 'LineString',
        coordinates: [
          [103.9, 30.5],
          [104.9, 30.5],
        ],
      },
    }),
  ).toEqual([422, '/geometry'])
  const empty = await world({ now })
  expect((await empty.as(null).post('/api/restrictions/check', question)).body.errors[0].code).toBe(
    'projects/no-authority',
  )
})

test('a check-up stores nothing', async () => {
  const w = await world({ now })
  await road(w, { handed_over_on: '2025-01-01' })
  await check(w, {}, 'authority')
  await check(w, {}, 'promoter')
  const [{ rows }] = (await w.look(({ tx }) =>
    tx.raw(
      `select (select count(*) from event where district_code = $1) + (select count(*) from dig_project where district_code = $1)
            + (select count(*) from audit where district_code = $1) as rows`,
      [w.district_code],
    ),
  )) as [{ rows: number }]
  expect(Number(rows)).toBe(0)
})

test('the earliest day lies inside no stretch of closed days, and no earlier open day was passed over', () => {
  const from = fc.integer({ min: 0, max: 400 }).map((n) => shiftDay('2026-01-01', n))
  const closed = fc.array(
    fc.tuple(from, fc.integer({ min: 0, max: 60 })).map(([from_on, n]) => ({ from_on, last_on: shiftDay(from_on, n) })),
    { maxLength: 12 },
  )
  const isClosed = (day: string, list: { from_on: string; last_on: string }[]) =>
    list.some((one) => one.from_on <= day && day <= one.last_on)
  fc.assert(
    fc.property(from, closed, (day, list) => {
      const open = firstOpenDay(day, list)
      for (let at = day; at < open; at = shiftDay(at, 1)) if (!isClosed(at, list)) return false
      return open >= day && !isClosed(open, list)
    }),
  )
})

test('on roads and periods drawn by chance, no day that is answered lies in no-dig years or in a blackout period', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 2015, max: 2026 }), fc.integer({ min: 2018, max: 2026 })), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 200 })), { maxLength: 5 }),
      async (roads, periods) => {
        const w = await world({ now })
        const authority = w.as(await w.member('authority'))
        for (const [handed, overhauled] of roads)
          await road(w, { handed_over_on: `${handed}-02-27`, overhauled_on: `${overhauled}-01-31` })
        for (const [start, length] of periods) {
          const from_on = shiftDay('2026-03-01', start)
          ok(
            await authority.post('/api/restrictions/blackouts', {
              name_zh: '停工期',
              name_en: 'Blackout',
              reason: 'event',
              basis: '通告',
              from_on,
              to_on: shiftDay(from_on, length),
            }),
          )
        }
        const { segments, blackouts, earliest } = ok(await authority.post('/api/restrictions/check', question))
        const last = Math.max(
          ...roads.flatMap(([a, b]) => [Date.parse(`${a + 5}-02-27`), Date.parse(`${b + 3}-01-31`)]),
        )
        for (const day of [
          ...Object.values(earliest as Record<string, string>),
          ...segments.map((one: { earliest_on: string }) => one.earliest_on),
        ])
          expect(
            blackouts.some((one: { from_on: string; last_on: string }) => one.from_on <= day && day <= one.last_on),
          ).toBe(false)
        for (const day of Object.values(earliest as Record<string, string>))
          expect(Date.parse(day)).toBeGreaterThanOrEqual(last)
      },
    ),
    { numRuns: 12 },
  )
})

async function pipe(w: World, theme: string): Promise<void> {
  const utility = await w.member('utility', { utility_kind: theme })
  await w.look(({ tx }) =>
    tx.raw(
      `insert into network_segment (district_code, id, utility_id, theme, geom, geom_3857, length_m, updated_at) values ($1, $2, $3, $4, st_setsrid(st_geomfromgeojson($5), 4490), st_transform(st_setsrid(st_geomfromgeojson($5), 4490), 3857), st_length((st_setsrid(st_geomfromgeojson($5), 4490))::geography), '2026-01-01')`,
      [
        w.district_code,
        randomUUID(),
        utility.organisation_id,
        theme,
        JSON.stringify({ type: 'LineString', coordinates: axis }),
      ],
    ),
  )
}
