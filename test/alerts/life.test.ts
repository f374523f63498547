import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sequenceDistrict } from '../../server/audit/sequence.ts'
import { alertJobs } from '../../server/alerts/jobs.ts'
import { sendBatch } from '../../server/alerts/send-orders.ts'
import { releaseBatch } from '../../server/alerts/release-orders.ts'
import { recountDistrict } from '../../server/rehearsal/recount.ts'
import { after, clockOf, delivered, offered, toldTo } from '../permits/stage.ts'
import { externalUrl } from '../database.ts'
import { world, type World } from '../world.ts'
import { countOf, layDigs, now, ok, smog, stand, until } from './ground.ts'

const turn = (w: World) => alertJobs[0]!.run(w.parts, w.district_code)
const keyOf = (w: World, alert: { id: string }) => ({ district_code: w.district_code, id: alert.id.split('_')[2]! })

/** A dig in progress, its permit delivered. */
async function digging(w: World) {
  const scene = await after(w, delivered)
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
  const issue = async (body: object = {}) =>
    ok(await scene.authority.post('/api/alerts', { ...smog, until_at: '2026-03-12T02:00:00Z', ...body }))
  return { ...scene, issue }
}

test('an alert suspends the works, pauses their period by its law and tells the promoter; lifted, they go on to the same last day', async () => {
  const w = await world({ now })
  const scene = await digging(w)
  const before = (await clockOf(scene, 'works.period'))!
  const alert = await scene.issue()
  const shown = ok(await scene.promoter.get(`/api/projects/${scene.id}`))
  expect(shown.stage).toBe('suspended')
  const paused = (await clockOf(scene, 'works.period'))!
  expect(paused).toMatchObject({ state: 'paused', card: 'none' })
  const pauses = await w.look(({ tx }) =>
    tx.raw(`select basis_zh from clock_pause where district_code = $1 and resumed_at is null`, [w.district_code]),
  )
  expect(pauses).toEqual([{ basis_zh: expect.stringContaining('大气污染防治法 第96条') }])
  expect(await toldTo(w, await w.member('promoter'))).toContain('alert.stopped')

  for (const client of [scene.promoter, scene.authority]) {
    expect(await client.post(`/api/projects/${scene.id}/resume`)).toMatchObject({
      status: 409,
      body: { code: 'works/under-alert' },
    })
    expect(await offered(client, scene.id, 'works.resume')).toMatchObject({
      allowed: false,
      reason: 'works/under-alert',
    })
  }
  const lifted = ok(await scene.authority.post(`/api/alerts/${alert.id}/lift`, { reason: '空气转好' }))
  expect(lifted).toMatchObject({ status: 'lifted', lift_reason: '空气转好' })
  expect(ok(await scene.promoter.get(`/api/projects/${scene.id}`)).stage).toBe('in_progress')
  expect(await clockOf(scene, 'works.period')).toMatchObject({ state: 'running', due_on: before.due_on })
  expect(await toldTo(w, await w.member('promoter'))).toContain('alert.lifted')
  expect(
    await toldTo(w, await w.member('promoter')).then((all) => all.filter((one) => one === 'alert.stopped')),
  ).toHaveLength(1)

  await sequenceDistrict(w.run, w.district_code)
  expect((await recountDistrict(w.run, w.district_code)).faults).toEqual([])
})

test('while an alert stands no works start under it, and from its end they may', async () => {
  const w = await world({ now })
  const scene = await after(w, delivered)
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await scene.authority.post('/api/alerts', { ...smog, until_at: '2026-03-12T02:00:00Z' }))
  expect((await scene.promoter.post(`/api/projects/${scene.id}/start`)).body.code).toBe('works/under-alert')
  w.clock.set('2026-03-12T02:00:01Z')
  await turn(w)
  expect(ok(await scene.authority.get('/api/alerts?with_past=true')).alerts[0]).toMatchObject({ status: 'lifted' })
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
})

test('an alert for later stops nobody before its hour, and the job begins it then', async () => {
  const w = await world({ now })
  const scene = await digging(w)
  const alert = await scene.issue({ from_at: '2026-03-11T00:00:00Z' })
  await turn(w)
  expect(alert.status).toBe('issued')
  expect(ok(await scene.promoter.get(`/api/projects/${scene.id}`)).stage).toBe('in_progress')
  w.clock.set('2026-03-11T00:00:00Z')
  await turn(w)
  expect(ok(await scene.authority.get(`/api/alerts/${alert.id}`)).status).toBe('in_force')
  expect(ok(await scene.promoter.get(`/api/projects/${scene.id}`)).stage).toBe('suspended')
})

test('the promoter acknowledges once; who has not when the hours are over is silent, and the share of receipts says so', async () => {
  const w = await world({ now })
  const promoters = [await w.member('promoter'), await w.member('promoter', { another: true })]
  await layDigs(w, 20, promoters)
  const authority = w.as(await w.member('authority'))
  const alert = ok(await authority.post('/api/alerts', smog))
  const promoter = w.as(promoters[0]!)
  const orders = ok(await promoter.get(`/api/alerts/${alert.id}/orders`)).orders
  const all = ok(await authority.get(`/api/alerts/${alert.id}/orders`)).orders
  expect(all.length).toBe(alert.counts.orders)
  expect(orders.length).toBeLessThan(all.length)
  const acknowledge = (client: typeof promoter, id: string, headers = {}) =>
    client.request('POST', `/api/alerts/orders/${id}/acknowledge`, {}, headers)
  expect((await acknowledge(promoter, orders[0].id, { 'if-match': '"9"' })).body.code).toBe('alerts/changed-since')
  const seen = ok(await acknowledge(promoter, orders[0].id, { 'if-match': '"1"' }))
  expect(seen.counts).toMatchObject({ orders: orders.length, acknowledged: 1 })
  expect((await acknowledge(promoter, orders[0].id)).body.code).toBe('alerts/wrong-state')
  expect((await acknowledge(w.as(promoters[1]!), orders[1].id)).status).toBe(404)
  for (const role of ['authority', 'inspector'] as const)
    expect((await acknowledge(w.as(await w.member(role)), orders[1].id)).status, role).toBe(403)
  expect((await acknowledge(w.as(null), orders[1].id)).status).toBe(401)

  w.clock.add(2)
  const counts = ok(await authority.get(`/api/alerts/${alert.id}`)).counts
  expect(counts).toMatchObject({ acknowledged: 1, silent: all.length - 1, receipt_share: 1 / all.length })
  const silent = ok(await authority.get(`/api/alerts/${alert.id}/orders?state=silent`)).orders
  expect(silent.map(({ id }: { id: string }) => id)).not.toContain(orders[0].id)
  expect(silent).toHaveLength(all.length - 1)
  expect(silent[0].point.type).toBe('Point')
  expect(
    await countOf(w, `select count(*) as n from audit where district_code = $1 and action = 'stop_order.acknowledge'`),
  ).toBe(1)
})

test('everybody knows of an alert, only the authority issues and lifts it, and orders are for staff and their parties', async () => {
  const w = await world({ now })
  await layDigs(w, 10, [await w.member('promoter')])
  const authority = w.as(await w.member('authority'))
  for (const role of ['promoter', 'inspector', 'planner', 'admin', 'utility'] as const)
    expect((await w.as(await w.member(role)).post('/api/alerts', smog)).status, role).toBe(403)
  expect((await w.as(null).post('/api/alerts', smog)).status).toBe(401)
  const alert = ok(await authority.post('/api/alerts', smog))
  const lift = (client: typeof authority) => client.post(`/api/alerts/${alert.id}/lift`, { reason: '理由' })
  for (const role of ['promoter', 'inspector', 'planner'] as const)
    expect((await lift(w.as(await w.member(role)))).status, role).toBe(403)
  expect((await lift(w.as(null))).status).toBe(401)
  const away = await world()
  expect((await lift(away.as(await away.member('authority')))).status).toBe(403)
  const none = `/api/alerts/alt_${w.district_code}_${randomUUID()}`
  expect((await authority.get(none)).status).toBe(404)
  expect((await authority.post(`${none}/lift`, { reason: '理由' })).status).toBe(404)
  const open = ok(await w.as(null).get('/api/alerts')).alerts
  expect(open).toMatchObject([{ id: alert.id, level: 'red', counts: null, actions: [] }])
  expect((await w.as(null).get(`/api/alerts/${alert.id}/orders`)).status).toBe(401)
  for (const role of ['utility', 'registry'] as const)
    expect(ok(await w.as(await w.member(role)).get(`/api/alerts/${alert.id}/orders`)).orders, role).toEqual([])
  ok(await lift(authority))
  expect((await lift(authority)).body.code).toBe('alerts/wrong-state')
})

test('a job killed at any point goes on where it was: no dig is ordered or told twice, and lifting returns every works to its state', async () => {
  const w = await world({ now })
  await layDigs(w, 150, [await w.member('promoter'), await w.member('promoter', { another: true })])
  const before = await stand(w)
  const authority = w.as(await w.member('authority'))
  const alert = ok(await authority.post('/api/alerts', { ...smog, from_at: '2026-03-02T03:00:00Z' }))
  const key = keyOf(w, alert)
  w.clock.set('2026-03-02T03:00:00Z')
  const killed = (work: typeof sendBatch, limit: number) =>
    expect(
      w.look(async (ctx) => {
        await work(ctx, key, limit)
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
  await w.look((ctx) => sendBatch(ctx, key, 20))
  await killed(sendBatch, 30)
  expect(await countOf(w, 'select count(*) as n from stop_order where district_code = $1')).toBe(20)
  await Promise.all([turn(w), turn(w)])
  const total = ok(await authority.get(`/api/alerts/${alert.id}`)).counts.orders
  expect(total).toBeGreaterThan(60)
  const sent = `select count(*) as n from event where district_code = $1 and type = 'stop_order.sent'`
  expect(await countOf(w, sent)).toBe(total)
  expect(
    await countOf(w, `select count(*) as n from message where district_code = $1 and template = 'alert.stopped'`),
  ).toBe(2)
  const halted = await stand(w)
  expect(halted.filter(({ works }) => works === 'suspended').length).toBeGreaterThan(60)
  expect(
    halted.filter(({ clock, works, card }) => works === 'suspended' && clock === 'paused' && card !== 'none'),
  ).toEqual([])

  await w.look(({ tx }) =>
    tx.raw(`update alert set status = 'lifting', version = version + 1 where district_code = $1`, [w.district_code]),
  )
  await w.look((ctx) => releaseBatch(ctx, key, 20))
  await killed(releaseBatch, 30)
  await Promise.all([turn(w), turn(w)])
  expect(ok(await authority.get(`/api/alerts/${alert.id}`)).status).toBe('lifted')
  expect(await stand(w)).toEqual(before)
  expect(
    await countOf(w, `select count(*) as n from event where district_code = $1 and type = 'stop_order.released'`),
  ).toBe(total)
  expect(
    await countOf(w, `select count(*) as n from clock_pause where district_code = $1 and resumed_at is null`),
  ).toBe(0)
  expect(
    await countOf(w, `select count(*) as n from clock_version where district_code = $1 and recorded_to is null`),
  ).toBe(before.filter(({ clock }) => clock).length)
})

test('a dig is left free of an alert that stands: its works go on at once, its promoter is told, and the lifting finds nothing of it', async () => {
  const w = await world({ now })
  const scene = await digging(w)
  const alert = await scene.issue()
  const at = `/api/alerts/${alert.id}/exempt`
  const leave = { project_id: scene.id, reason: '抢险供水' }
  const [order] = ok(await scene.authority.get(`/api/alerts/${alert.id}/orders`)).orders
  expect(order.actions).toMatchObject([{ name: 'alert.exempt', input: { project_id: `fixed:${scene.id}` } }])
  expect((await scene.authority.post(at, { project_id: scene.id })).body.errors[0].pointer).toBe('/reason')
  expect((await scene.promoter.post(at, leave)).body.code).toBe('alerts/not-your-move')
  expect((await w.as(null).post(at, leave)).status).toBe(401)
  expect(ok(await scene.authority.post(at, leave)).exemptions).toMatchObject([{ reason: '抢险供水' }])
  expect((await scene.authority.post(at, leave)).body.errors[0].code).toBe('alerts/dig-unknown')
  expect(ok(await scene.promoter.get(`/api/projects/${scene.id}`)).stage).toBe('in_progress')
  expect(await clockOf(scene, 'works.period')).toMatchObject({ state: 'running' })
  expect(await toldTo(w, await w.member('promoter'))).toContain('alert.exempted')
  expect(await offered(scene.promoter, scene.id, 'works.suspend')).toMatchObject({ allowed: true })
  ok(await scene.authority.post(`/api/alerts/${alert.id}/lift`, { reason: '空气转好' }))
  expect((await scene.authority.post(at, leave)).body.code).toBe('alerts/wrong-state')
  await sequenceDistrict(w.run, w.district_code)
  expect((await recountDistrict(w.run, w.district_code)).faults).toEqual([])
})

test('the promoter of a stopped dig finds the receipt to give among what he may do with it', async () => {
  const w = await world({ now })
  const scene = await digging(w)
  await scene.issue()
  const receipt = await offered(scene.promoter, scene.id, 'stop_order.acknowledge')
  expect(receipt).toMatchObject({ allowed: true })
  expect(await offered(scene.authority, scene.id, 'stop_order.acknowledge')).toBeUndefined()
  ok(await scene.promoter.post(receipt!.href))
  expect(await offered(scene.promoter, scene.id, 'stop_order.acknowledge')).toBeUndefined()
})

test('works under two alerts go on when the last of them is lifted', async () => {
  const w = await world({ now })
  await layDigs(w, 40, [await w.member('promoter')])
  const before = await stand(w)
  const authority = w.as(await w.member('authority'))
  const smoke = ok(await authority.post('/api/alerts', smog))
  const storm = ok(await authority.post('/api/alerts', { kind: 'storm', level: 'blue', until_at: until }))
  const halted = await stand(w)
  ok(await authority.post(`/api/alerts/${smoke.id}/lift`, { reason: '空气转好' }))
  expect(await stand(w)).toEqual(halted)
  ok(await authority.post(`/api/alerts/${storm.id}/lift`, { reason: '雨停' }))
  expect(await stand(w)).toEqual(before)
})

test('two thousand digs are stopped, and go on, in seconds', async () => {
  const w = await world({ now })
  const laid = externalUrl ? 4000 : 400
  await layDigs(w, laid, [await w.member('promoter'), await w.member('promoter', { another: true })])
  // what the database does by itself between an import and an alert
  await w.db.transaction(({ raw }) => raw('analyze'))
  const authority = w.as(await w.member('authority'))
  const began = performance.now()
  const alert = ok(await authority.post('/api/alerts', smog))
  const stopped = performance.now()
  ok(await authority.post(`/api/alerts/${alert.id}/lift`, { reason: '空气转好' }))
  const lifted = performance.now()
  expect(alert.counts.orders).toBeGreaterThan(laid * 0.45)
  // Measured on PostGIS, two cores under load: 2.0 s and 4.6 s for 2,058 orders.
  expect(stopped - began).toBeLessThan(20_000)
  expect(lifted - stopped).toBeLessThan(20_000)
  if (process.env.TIMES)
    console.log({ orders: alert.counts.orders, stop_ms: stopped - began, lift_ms: lifted - stopped })
}, 180_000)
