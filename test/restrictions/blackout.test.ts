import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { applied, ok, plan, question } from './ground.ts'

const now = '2026-03-02T02:00:00Z'
const exam = {
  name_zh: '高考禁噪期',
  name_en: 'Exam quiet period',
  reason: 'exam',
  basis: '环境噪声污染防治通告',
  from_on: '2026-05-04',
  to_on: '2026-05-10',
}
const box = (west: number, east: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 30.56],
      [east, 30.56],
      [east, 30.58],
      [west, 30.58],
      [west, 30.56],
    ],
  ],
})

/** A dig whose permit is delivered and in force. */
async function permitted(w: World, change: object = {}) {
  const dig = await applied(w, change)
  for (const move of ['grant', 'deliver']) ok(await dig.authority.post(`/api/permits/${dig.permit}/${move}`))
  w.clock.set('2026-05-04T02:00:00Z')
  return dig
}
const declare = async (w: World, change: object = {}) =>
  ok(await w.as(await w.member('authority')).post('/api/restrictions/blackouts', { ...exam, ...change }))

test('works may not start inside a blackout period; the refusal names it, and the day after its last they may', async () => {
  const w = await world({ now })
  const { promoter, id } = await permitted(w)
  await declare(w)
  expect(await promoter.post(`/api/projects/${id}/start`)).toMatchObject({
    status: 409,
    body: { code: 'works/in-blackout', facts: { name_zh: '高考禁噪期', to_on: '2026-05-10' } },
  })
  const actions = ok(await promoter.get(`/api/projects/${id}`)).actions
  expect(actions.find((one: { name: string }) => one.name === 'works.start')).toMatchObject({
    allowed: false,
    reason: 'works/in-blackout',
  })
  w.clock.set('2026-05-11T02:00:00Z')
  ok(await promoter.post(`/api/projects/${id}/start`))
})

test('a period that was ended early stops nobody from that day on', async () => {
  const w = await world({ now })
  const { promoter, id } = await permitted(w)
  const { id: period } = await declare(w)
  const authority = w.as(await w.member('authority'))
  const ended = await authority.post(`/api/restrictions/blackouts/${period}/end`, { reason: '天气转好' })
  expect(ended).toMatchObject({ status: 200, body: { ended_on: '2026-05-04', is_open: false } })
  ok(await promoter.post(`/api/projects/${id}/start`))
  expect((await authority.post(`/api/restrictions/blackouts/${period}/end`, { reason: '再来' })).body.code).toBe(
    'restrictions/wrong-state',
  )
})

test.each([
  ['kinds it does not name', { kinds: ['building_works'] }],
  ['digs outside its area', { geometry: box(103.93, 103.95) }],
  ['days before it', { from_on: '2026-05-05' }],
])('a period does not stop %s', async (_what, change) => {
  const w = await world({ now })
  const { promoter, id } = await permitted(w, {
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [103.921, 30.57],
          [103.922, 30.57],
          [103.922, 30.571],
          [103.921, 30.571],
          [103.921, 30.57],
        ],
      ],
    },
  })
  await declare(w, change)
  ok(await promoter.post(`/api/projects/${id}/start`))
})

test('edges that only touch do not count; a metre of overlap does', async () => {
  const w = await world({ now })
  const { promoter, id } = await permitted(w, {
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [103.921, 30.57],
          [103.922, 30.57],
          [103.922, 30.571],
          [103.921, 30.571],
          [103.921, 30.57],
        ],
      ],
    },
  })
  const touching = await declare(w, { geometry: box(103.922, 103.93) })
  const actions = async () =>
    ok(await promoter.get(`/api/projects/${id}`)).actions.find((one: { name: string }) => one.name === 'works.start')
  expect((await actions()).allowed).toBe(true)
  expect(touching.geometry.type).toBe('MultiPolygon')
  await declare(w, { geometry: box(103.92199, 103.93) })
  expect(await actions()).toMatchObject({ allowed: false, reason: 'works/in-blackout' })
})

test('an emergency is dug first, whatever period it is', async () => {
  const w = await world({ now: '2026-05-05T02:00:00Z' })
  await declare(w)
  const promoter = w.as(await w.member('promoter'))
  const emergency = {
    ...plan,
    kind: 'emergency_repair',
    cause: '爆管',
    planned_from: '2026-05-05',
    planned_to: '2026-05-06',
  }
  expect((await promoter.post('/api/projects/emergency-start', emergency)).status).toBe(201)
  const asked = { ...question, planned_from: '2026-05-05' }
  const { earliest, blackouts } = ok(
    await promoter.post('/api/restrictions/check', { ...asked, kind: 'emergency_repair' }),
  )
  expect({ earliest, blackouts }).toMatchObject({ earliest: { ground_on: '2026-05-05' }, blackouts: [] })
  expect(ok(await promoter.post('/api/restrictions/check', asked)).earliest.ground_on).toBe('2026-05-11')
})

test('only the authority and the operator declare and end; each leaves an audit row; a lost race is told', async () => {
  const w = await world({ now })
  for (const role of ['promoter', 'inspector', 'planner', 'utility', 'registry', 'auditor'] as const)
    expect((await w.as(await w.member(role)).post('/api/restrictions/blackouts', exam)).status, role).toBe(403)
  expect((await w.as(null).post('/api/restrictions/blackouts', exam)).status).toBe(401)
  const admin = w.as(await w.member('admin'))
  const { id, version } = ok(await admin.post('/api/restrictions/blackouts', exam))
  const authority = w.as(await w.member('authority'))
  const end = (who: typeof admin, seen: number) =>
    who.request('POST', `/api/restrictions/blackouts/${id}/end`, { reason: '取消' }, { 'if-match': `"${seen}"` })
  expect((await end(authority, version + 1)).body.code).toBe('restrictions/changed-since')
  expect((await end(w.as(await w.member('promoter')), version)).status).toBe(403)
  const away = await world()
  expect((await end(away.as(await away.member('authority')), version)).status).not.toBe(200)
  ok(await end(authority, version))
  const audit = await w.look(({ tx }) =>
    tx.raw<{ action: string }>(
      `select action from audit where district_code = $1 and subject_kind = 'blackout' order by recorded_at, action`,
      [w.district_code],
    ),
  )
  expect(audit.map(({ action }) => action)).toEqual(['blackout.declared', 'blackout.ended'])
  expect(ok(await w.as(null).get('/api/restrictions/blackouts')).blackouts).toEqual([])
  expect(ok(await w.as(null).get('/api/restrictions/blackouts?with_past=true')).blackouts).toHaveLength(1)
})

test('a period that ends before it begins, or whose area is no area, is refused with the field', async () => {
  const w = await world({ now })
  const authority = w.as(await w.member('authority'))
  const wrong = async (change: object) =>
    (await authority.post('/api/restrictions/blackouts', { ...exam, ...change })).body.errors[0].pointer
  expect(await wrong({ to_on: '2026-05-01' })).toBe('/to_on')
  expect(
    await wrong({
      geometry: {
        type: 'LineString',
        coordinates: [
          [103.9, 30.5],
          [103.91, 30.5],
        ],
      },
    }),
  ).toBe('/geometry')
  expect(await wrong({ kinds: [] })).toBe('/kinds')
})
