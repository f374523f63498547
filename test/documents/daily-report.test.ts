import { expect, test } from 'vitest'
import { sweepJob } from '../../server/clocks/sweep.ts'
import { world, type World } from '../world.ts'
import { applied, granted, movePermit, ok } from './papers.ts'
import { readPdf } from './read-pdf.ts'

const place = {
  kind: 'emergency_repair',
  geometry: { type: 'Point', coordinates: [103.921, 30.5705] },
  radius_m: 5,
  planned_from: '2026-03-10',
  planned_to: '2026-03-12',
}

/** Ten days of March: two digs begin, one of them ends, one runs over; an emergency, a visit, a card, a change nobody declared. */
async function tenDays(w: World) {
  const one = await granted(w, '甲路')
  const two = await granted(w, '乙路')
  await applied(w, '丙路，无人答复')
  for (const dig of [one, two]) await movePermit(w, dig.authority, dig.permit_id, 'deliver')
  w.clock.set('2026-03-09T16:30:00Z')
  for (const dig of [one, two]) ok(await w.as(dig.promoter).post(`/api/projects/${dig.id}/start`))
  const inspector = await w.member('inspector')
  ok(
    await w.as(inspector).post('/api/inspections', {
      project_id: one.id,
      outcome: 'passed',
      position: { lon: 103.921, lat: 30.5705, accuracy_m: 5 },
    }),
  )
  ok(await w.as(one.promoter).post('/api/projects/emergency-start', { ...place, name: '抢修', cause: '爆管' }))
  await w.look(({ tx }) =>
    tx.raw(
      `insert into detection (district_code, id, reference, source, observed_on, organisation_id, geom, created_at, updated_at)
       values ($1, gen_random_uuid(), 'D1', 'satellite', '2026-03-10', gen_random_uuid(),
               st_multi(st_buffer(st_setsrid(st_makepoint(103.93, 30.58), 4490), 0.0001)), '2026-03-10T03:00:00Z', '2026-03-10T03:00:00Z')`,
      [w.district_code],
    ),
  )
  // the last minute of the tenth in Shanghai, and the first of the eleventh
  w.clock.set('2026-03-10T15:59:00Z')
  const [site] = (await w.as(two.promoter).get(`/api/projects/${two.id}`)).body.sites
  ok(await w.as(two.promoter).post(`/api/sites/${site.id}/open`))
  ok(await w.as(two.promoter).post(`/api/sites/${site.id}/backfill`))
  ok(await w.as(two.promoter).post(`/api/projects/${two.id}/complete`))
  w.clock.set('2026-03-10T16:00:00Z')
  await sweepJob(async () => undefined).run(w.parts, w.district_code)
  return { ...one, inspector }
}

/** The same numbers by another way: from the event log as the auditor reads it, event by event. */
async function recount(w: World, day: string) {
  const events = await w.look(({ tx }) =>
    tx.raw<{ type: string; at: string; project_id: string }>(
      `select type, at, project_id from event where district_code = $1 order by at`,
      [w.district_code],
    ),
  )
  const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
  const open = new Set<string>()
  for (const { type, project_id } of events.filter(({ at }) => dayOf(at) <= day)) {
    if (type === 'works.started' || type === 'works.emergency_started') open.add(project_id)
    if (type === 'works.completed') open.delete(project_id)
  }
  const of = (...types: string[]) =>
    events.filter((event) => types.includes(event.type) && dayOf(event.at) === day).length
  return {
    started: of('works.started', 'works.emergency_started'),
    finished: of('works.completed'),
    open: open.size,
    yellow_cards: of('clock.turned_yellow'),
    red_cards: of('clock.turned_red'),
    emergencies: of('works.emergency_started'),
    inspections: of('inspection.recorded'),
  }
}

test('each day’s numbers equal a recount from the event log, on the days of Shanghai, also of days that are over', async () => {
  const w = await world()
  const { authority } = await tenDays(w)
  const total = async (day: string) => ok(await w.as(authority).get(`/api/reports/daily?day=${day}`)).body.total
  expect(await total('2026-03-10')).toMatchObject({
    started: 3,
    finished: 1,
    open: 2,
    over_time: 0,
    emergencies: 1,
    inspections: 1,
    detections_without_permit: 1,
  })
  for (const day of ['2026-03-09', '2026-03-10', '2026-03-11'])
    expect(await total(day), day).toMatchObject(await recount(w, day))
  expect(await recount(w, '2026-03-11')).toMatchObject({ red_cards: 1, started: 0 })
})

test('a dig past the last day of its permit is over time from the next day, as the report of each day says afterwards', async () => {
  const w = await world()
  const { authority } = await tenDays(w)
  w.clock.set('2026-05-02T02:00:00Z')
  const over = async (day: string) =>
    ok(await w.as(authority).get(`/api/reports/daily?day=${day}`)).body.total.over_time
  expect([await over('2026-04-30'), await over('2026-05-01'), await over('2026-05-02')]).toEqual([0, 1, 1])
})

test('the paper and the table carry the numbers of the report, under a Chinese name', async () => {
  const w = await world()
  const { authority, inspector } = await tenDays(w)
  const { total } = ok(await w.as(inspector).get('/api/reports/daily?day=2026-03-10')).body
  const csv = await w.as(inspector).raw('/api/reports/daily?day=2026-03-10&format=csv')
  expect(csv.headers.get('content-disposition')).toContain(encodeURIComponent('今日动土日报'))
  const last = (await csv.text()).trim().split('\r\n').at(-1)!
  expect(last).toBe(`2026-03-10,,合计,${Object.values(total).join(',')}`)
  const answer = await w.as(authority).raw('/api/reports/daily?day=2026-03-10&format=pdf')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const { text, missing_glyphs } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  for (const words of [
    '今日动土日报',
    '2026年3月10日，全区新开工3处（其中抢险1处），完工1处；在挖2处',
    `合计${Object.values(total).join('')}`,
    '抢修',
  ])
    expect(text).toContain(words)
  expect(missing_glyphs).toBe(0)
})

test('the report is for the staff of the district, of its own district, and of days that have come', async () => {
  const w = await world()
  const { promoter, authority } = await tenDays(w)
  const status = async (who: typeof promoter | null, query = '') =>
    (await w.as(who).get(`/api/reports/daily${query}`)).status
  expect(await status(null)).toBe(401)
  for (const who of [promoter, await w.member('utility'), await w.member('registry')])
    expect(await status(who)).toBe(403)
  for (const role of ['inspector', 'planner', 'auditor'] as const) expect(await status(await w.member(role))).toBe(200)
  expect((await w.as(authority).get('/api/reports/daily?day=2026-03-12')).body).toMatchObject({
    status: 422,
    errors: [{ pointer: '/day', code: 'documents/day-not-yet' }],
  })
  expect(await status(authority, '?day=2026-02-30')).toBe(422)
  const elsewhere = await world()
  expect((await elsewhere.as(await elsewhere.member('authority')).get('/api/reports/daily')).body.total.open).toBe(0)
})
