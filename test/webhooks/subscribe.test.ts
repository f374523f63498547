import { expect, test } from 'vitest'
import { world } from '../world.ts'
import { happened, subscribed, url, uuid } from './stage.ts'

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [103.9, 30.5],
      [104, 30.5],
      [104, 30.6],
      [103.9, 30.6],
      [103.9, 30.5],
    ],
  ],
}

test('a utility subscribes, sees the secret once, and finds its subscription again without it', async () => {
  const w = await world()
  const utility = await w.member('utility')
  const created = await w.as(utility).post('/api/subscriptions', { url, types: ['cn.dongtu.leg.*'], area: square })
  expect(created.status).toBe(201)
  expect(created.body).toMatchObject({
    url,
    types: ['cn.dongtu.leg.*'],
    state: 'active',
    area: { type: 'MultiPolygon' },
  })
  expect(created.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(created.headers.get('cache-control')).toBe('no-store')
  const read = await w.as(utility).get(created.headers.get('location')!)
  expect(read.body).toMatchObject({ id: created.body.id, types: ['cn.dongtu.leg.*'] })
  const list = await w.as(utility).get('/api/subscriptions')
  expect(list.body.subscriptions).toHaveLength(1)
  expect(JSON.stringify([read.body, list.body])).not.toContain('secret":')
  const kept = await w.look((ctx) =>
    ctx.tx.raw<{ secret_sealed: string }>('select secret_sealed from subscription where district_code = $1', [
      w.district_code,
    ]),
  )
  expect(kept[0]!.secret_sealed).not.toContain(created.body.secret.slice(6))
})

test('a repeated request subscribes once, and the secret is kept nowhere to be shown again', async () => {
  const w = await world()
  const utility = w.as(await w.member('utility'))
  const ask = () => utility.post('/api/subscriptions', { url, types: ['*'] }, { 'idempotency-key': 'one' })
  const first = await ask()
  const second = await ask()
  expect([first.status, second.status, second.body.code]).toEqual([201, 409, 'http/already-done'])
  expect((await utility.get('/api/subscriptions')).body.subscriptions).toHaveLength(1)
  const kept = await w.look((ctx) =>
    ctx.tx.raw('select body from idempotency_key where district_code = $1', [w.district_code]),
  )
  expect(kept).toEqual([{ body: null }])
})

test('nobody subscribes without signing in', async () => {
  const w = await world()
  expect((await w.as(null).post('/api/subscriptions', { url, types: ['*'] })).status).toBe(401)
  expect((await w.as(null).get('/api/subscriptions')).status).toBe(401)
})

test('another organisation’s subscription is 404 to read, to end, to enable and to rotate', async () => {
  const w = await world()
  const { id } = await subscribed(w, await w.member('utility'))
  const other = w.as(await w.member('utility', { another: true }))
  const path = `/api/subscriptions/${id}`
  const answers = await Promise.all([
    other.get(path),
    other.request('DELETE', path),
    other.post(`${path}/rotate-secret`),
    other.post(`${path}/enable`),
    other.get(`${path}/deliveries`),
  ])
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect((await other.get('/api/subscriptions')).body.subscriptions).toEqual([])
})

test.each([
  ['http://hooks.example.com/', '/url'],
  ['https://10.0.0.1/', '/url'],
  ['https://3232235777/', '/url'],
  ['https://hooks.example.com:22/', '/url'],
  ['nonsense', '/url'],
])('the address %s is refused by name, in both languages', async (wrong, pointer) => {
  const w = await world()
  const answer = await w.as(await w.member('utility')).post('/api/subscriptions', { url: wrong, types: ['*'] })
  expect(answer.status).toBe(422)
  expect(answer.body.errors).toMatchObject([{ pointer, code: 'webhooks/url-refused' }])
  expect(answer.body.errors[0].message_zh).not.toBe(answer.body.errors[0].message_en)
})

test('unknown fields, no types, odd types and a crossing area are refused', async () => {
  const w = await world()
  const utility = w.as(await w.member('utility'))
  const bow = {
    type: 'Polygon',
    coordinates: [
      [
        [103.9, 30.5],
        [104, 30.6],
        [104, 30.5],
        [103.9, 30.6],
        [103.9, 30.5],
      ],
    ],
  }
  for (const wrong of [
    { types: [] },
    { types: ['project.granted'] },
    { types: ['cn.dongtu.*.v1'] },
    { types: ['*'], secret: 'mine' },
    { types: ['*'], area: bow },
  ]) {
    expect((await utility.post('/api/subscriptions', { url, ...wrong })).status).toBe(422)
  }
  expect((await utility.get('/api/subscriptions')).body.subscriptions).toEqual([])
})

test('an ended subscription is gone and its secret with it', async () => {
  const w = await world()
  const utility = await w.member('utility')
  const { id } = await subscribed(w, utility)
  expect(
    (await w.as(utility).request('DELETE', `/api/subscriptions/${id}`, undefined, { 'if-match': '"9"' })).body.code,
  ).toBe('webhooks/changed-since')
  expect((await w.as(utility).request('DELETE', `/api/subscriptions/${id}`)).status).toBe(204)
  expect((await w.as(utility).get(`/api/subscriptions/${id}`)).status).toBe(404)
  const kept = await w.look((ctx) =>
    ctx.tx.raw('select secret_sealed, state from subscription where district_code = $1', [w.district_code]),
  )
  expect(kept).toEqual([{ secret_sealed: '', state: 'deleted' }])
})

test('only what was switched off can be enabled', async () => {
  const w = await world()
  const utility = await w.member('utility')
  const { id } = await subscribed(w, utility)
  const answer = await w.as(utility).post(`/api/subscriptions/${id}/enable`)
  expect([answer.status, answer.body.code]).toEqual([409, 'webhooks/wrong-state'])
})

test('each change leaves an audit row', async () => {
  const w = await world()
  const utility = await w.member('utility')
  const { id } = await subscribed(w, utility)
  await w.as(utility).post(`/api/subscriptions/${id}/rotate-secret`)
  await w.as(utility).request('DELETE', `/api/subscriptions/${id}`)
  const rows = await w.look((ctx) =>
    ctx.tx.raw<{ action: string }>(
      "select action from audit where district_code = $1 and subject_kind = 'subscription' order by recorded_at, action",
      [w.district_code],
    ),
  )
  expect(rows.map(({ action }) => action).sort()).toEqual([
    'subscription.create',
    'subscription.end',
    'subscription.rotate_secret',
  ])
})

test('a subscription sees its own deliveries, page by page, and nobody else does', async () => {
  const w = await world()
  const authority = await w.member('authority')
  const { id } = await subscribed(w, authority)
  for (let n = 0; n < 3; n++) await happened(w, { subject_id: uuid() })
  const first = await w.as(authority).get(`/api/subscriptions/${id}/deliveries?limit=2`)
  expect(first.body.deliveries).toHaveLength(2)
  const second = await w.as(authority).get(`/api/subscriptions/${id}/deliveries?limit=2&cursor=${first.body.next}`)
  expect(second.body).toMatchObject({
    deliveries: [{ state: 'pending', attempts: 0, type: 'cn.dongtu.project.granted.v1' }],
    next: null,
  })
  const other = await w.member('authority', { another: true })
  expect((await w.as(other).get(`/api/deliveries/${first.body.deliveries[0].id}/attempts`)).status).toBe(404)
  expect((await w.as(other).post(`/api/deliveries/${first.body.deliveries[0].id}/replay`)).status).toBe(404)
})
