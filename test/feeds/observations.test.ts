import { expect, test } from 'vitest'
import { spansOver } from '../../server/feeds/over-limit.ts'
import { audits } from '../projects/dig.ts'
import { after, delivered, ok } from '../permits/stage.ts'
import { localRule } from '../permits/file.ts'
import { world, type Client, type World } from '../world.ts'

const start = Date.parse('2026-03-10T02:00:00Z')
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
const series = (from: number, values: number[]) => values.map((value, i) => [at(from + i), value])
const stream = (project: string, more: object = {}) => ({
  '@iot.id': 'gate-1',
  name: '大门扬尘',
  unitOfMeasurement: { name: 'microgram per cubic metre', symbol: 'µg/m³' },
  ObservedProperty: { name: 'dust' },
  Sensor: { name: 'TSP-3' },
  Thing: { '@iot.id': project },
  ...more,
})
const array = (id: string, dataArray: unknown[]) => [
  { Datastream: { '@iot.id': id }, components: ['phenomenonTime', 'result'], dataArray },
]

async function measured(w: World, more: object = {}) {
  await localRule(w, 'feed.dust', { limit: 250, over_minutes: 15, gap_minutes: 60 }, 'µg/m³')
  const scene = await after(w, delivered)
  w.clock.set(at(0))
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
  const made = ok(await scene.promoter.post('/api/feeds/datastreams', stream(scene.id, more)))
  w.clock.set(at(600))
  return { ...scene, stream: made.body['@iot.id'] as string }
}
const tasks = async (client: Client, state = 'open') =>
  (
    (await client.get(`/api/inspection-tasks?state=${state}`)).body.tasks as { reason: string; due_on: string }[]
  ).filter(({ reason }) => reason === 'sensor_breach')
const breaches = async (client: Client, id: string) =>
  (await client.get(`/api/feeds/breaches?project_id=${id}`)).body.breaches as Record<string, unknown>[]

test('a limit exceeded for hours, sent minute by minute, is one breach and calls for one visit; after the visit a new breach calls for another', async () => {
  const w = await world()
  const inspector = w.as(await w.member('inspector'))
  const { id, promoter, stream } = await measured(w)
  for (const from of [0, 30, 60]) {
    ok(await promoter.post('/api/feeds/observations', array(stream, series(from, Array(30).fill(400)))))
    await w.relay()
  }
  expect(await breaches(inspector, id)).toMatchObject([
    { property: 'dust', began_at: at(14), last_at: at(89), peak: 400, limit_value: 250, unit: 'µg/m³' },
  ])
  expect(await tasks(inspector)).toMatchObject([{ due_on: '2026-03-10' }])
  ok(await inspector.post('/api/inspections', { project_id: id, outcome: 'passed' }))
  await w.relay()
  expect(await tasks(inspector)).toEqual([])
  const later = await promoter.post('/api/feeds/observations', array(stream, series(300, Array(20).fill(500))))
  expect(later.body).toMatchObject({ received: 20, kept: 20, breaches: [expect.stringMatching(/^bre_/)] })
  await w.relay()
  expect(await breaches(inspector, id)).toHaveLength(2)
  expect(await tasks(inspector)).toHaveLength(1)
  expect(await audits(w, 'breach.notice')).toHaveLength(2)
})

test('what is sent twice is kept once, and a spike or a mean below the limit is no breach', async () => {
  const w = await world()
  const { id, promoter, stream } = await measured(w)
  const calm = array(stream, series(0, [...Array(15).fill(200), 900, ...Array(15).fill(200)]))
  expect((await promoter.post('/api/feeds/observations', calm)).body).toEqual({ received: 31, kept: 31, breaches: [] })
  expect((await promoter.post('/api/feeds/observations', calm)).body).toEqual({ received: 31, kept: 0, breaches: [] })
  expect(await breaches(promoter, id)).toEqual([])
  const { value } = (
    await promoter.get(`/api/feeds/datastreams/${stream}/observations?from=${at(0)}&to=${at(15)}&limit=2000`)
  ).body
  expect(value).toHaveLength(16)
  const { datastreams } = (await promoter.get(`/api/feeds/datastreams?project_id=${id}`)).body
  expect(datastreams).toMatchObject([
    {
      property: 'dust',
      latest_at: at(30),
      latest_result: 200,
      threshold: { limit: 250, unit: 'µg/m³' },
      hours: [{ peak: 900 }],
    },
  ])
})

test('a wrong time or result is refused with a pointer to each, and nothing of the delivery is kept', async () => {
  const w = await world()
  const { promoter, stream } = await measured(w)
  const bad = await promoter.post(
    '/api/feeds/observations',
    array(stream, [
      [at(0), 10],
      [at(700), 10],
      [at(1), 'uncovered'],
      ['2026-02-01T00:00:00Z', 10],
    ]),
  )
  expect(bad.status).toBe(422)
  expect(bad.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
    ['/0/dataArray/1', 'feeds/in-future'],
    ['/0/dataArray/2', 'feeds/number-needed'],
    ['/0/dataArray/3', 'feeds/too-late'],
  ])
  const one = { Datastream: { '@iot.id': stream }, phenomenonTime: at(0), result: 10 }
  expect((await promoter.post('/api/feeds/observations', one)).body).toEqual({ received: 1, kept: 1, breaches: [] })
})

test('a stream is registered in the unit of its limit, once, for one’s own dig; only its sender sends, only the parties and staff read', async () => {
  const w = await world()
  const { id, promoter, stream: own } = await measured(w)
  const other = w.as(await w.member('promoter', { another: true }))
  expect((await promoter.post('/api/feeds/datastreams', stream(id))).body.code).toBe('feeds/name-taken')
  const foot = stream(id, { '@iot.id': 'b', unitOfMeasurement: { symbol: 'mg/m³' } })
  expect((await promoter.post('/api/feeds/datastreams', foot)).body.errors[0].code).toBe('feeds/wrong-unit')
  expect((await other.post('/api/feeds/datastreams', stream(id))).status).toBe(404)
  expect((await w.as(await w.member('planner')).post('/api/feeds/datastreams', stream(id))).status).toBe(403)
  const sent = array(own, [[at(0), 10]])
  for (const client of [other, w.as(await w.member('inspector'))])
    expect((await client.post('/api/feeds/observations', sent)).status).toBe(404)
  expect((await other.get(`/api/feeds/datastreams?project_id=${id}`)).status).toBe(404)
})

test('alarms by their code: a code of the rule is a breach, each code its own; another is only kept', async () => {
  const w = await world()
  const {
    id,
    promoter,
    stream: own,
  } = await measured(w, {
    ObservedProperty: { name: 'camera' },
    unitOfMeasurement: { symbol: 'alarm' },
  })
  const alarms = [
    [at(0), 'no_hoarding'],
    [at(30), 'no_hoarding'],
    [at(31), 'bare_soil'],
    [at(40), 'cat_seen'],
  ]
  ok(await promoter.post('/api/feeds/observations', array(own, alarms)))
  expect((await breaches(promoter, id)).map(({ code, last_at }) => [code, last_at])).toEqual([
    ['bare_soil', at(31)],
    ['no_hoarding', at(30)],
  ])
})

test('the limit of noise is lower by night, by the hours of Shanghai', () => {
  const noise = { limit: 70, night: { from: '22:00', to: '06:00', limit: 55 }, over_minutes: 0, gap_minutes: 60 }
  const heard = (time: string) => [{ at: new Date(time), result: 60, code: null }]
  expect(spansOver(heard('2026-03-10T13:59:00Z'), noise)).toEqual([])
  expect(spansOver(heard('2026-03-10T14:00:00Z'), noise)).toMatchObject([{ peak: 60, limit: 55 }])
  expect(spansOver(heard('2026-03-10T21:59:00Z'), noise)).toHaveLength(1)
  expect(spansOver(heard('2026-03-10T22:00:00Z'), noise)).toEqual([])
})
