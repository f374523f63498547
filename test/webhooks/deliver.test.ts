import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { claimDeliveries } from '../../server/webhooks/claim.ts'
import { deliverAllDue } from '../../server/webhooks/jobs.ts'
import { recordAttempt } from '../../server/webhooks/record.ts'
import { verify, type SignedHeaders } from '../../server/webhooks/sign.ts'
import { world, type World } from '../world.ts'
import { deliver, happened, receiving, subscribed, uuid } from './stage.ts'

async function stage(types = ['*']) {
  const w = await world()
  const member = await w.member('authority')
  const subscription = await subscribed(w, member, { types })
  const deliveries = async () =>
    (await w.as(member).get(`/api/subscriptions/${subscription.id}/deliveries`)).body.deliveries
  const attempts = async () => {
    const [{ id }] = await deliveries()
    return (await w.as(member).get(`/api/deliveries/${id}/attempts`)).body.attempts
  }
  return {
    w,
    member,
    subscription,
    deliveries,
    attempts,
    look: () => w.as(member).get(`/api/subscriptions/${subscription.id}`),
  }
}
const later = (w: World, seconds: number) => w.clock.add(seconds / 3600)

test('an event reaches its subscriber signed, as a CloudEvent, once', async () => {
  const { w, subscription, deliveries, attempts } = await stage()
  const subject_id = uuid()
  const event_id = await happened(w, { subject_id, data: { name: '张三', kind: 'road_excavation' } })
  const receiver = receiving()
  expect(await deliver(w, receiver)).toEqual([{ state: 'sent' }])
  expect(await deliver(w, receiver)).toEqual([])
  const [{ headers, body }] = receiver.posts as [(typeof receiver.posts)[number]]
  expect(
    verify([subscription.secret], { headers: headers as unknown as SignedHeaders, body, now: w.clock.wall() }),
  ).toEqual({ valid: true })
  expect(JSON.parse(body)).toMatchObject({
    specversion: '1.0',
    id: `evt_${w.district_code}_${event_id}`,
    type: 'cn.dongtu.project.granted.v1',
    source: `/districts/${w.district_code}`,
    subject: `prj_${w.district_code}_${subject_id}`,
    data: { kind: 'road_excavation' },
  })
  expect(body).not.toContain('张三')
  expect(await deliveries()).toMatchObject([
    { state: 'sent', attempts: 1, last_status: 200, last_error: null, next_at: null },
  ])
  expect(await attempts()).toMatchObject([{ number: 1, status: 200, error: null, duration_ms: 3 }])
})

test('what failed is tried again after 5 s, 5 min, half an hour … with the same id, and given up after the eighth time', async () => {
  const { w, deliveries, attempts } = await stage()
  await happened(w)
  const receiver = receiving(() => 500)
  for (const wait of [5, 300, 1800, 7200, 18_000, 36_000, 36_000]) {
    expect(await deliver(w, receiver)).toMatchObject([{ state: 'pending' }])
    later(w, wait - 1)
    expect(await deliver(w, receiver)).toEqual([])
    later(w, 1)
  }
  expect(await deliver(w, receiver)).toEqual([{ state: 'failed' }])
  later(w, 100_000)
  expect(await deliver(w, receiver)).toEqual([])
  expect(new Set(receiver.ids()).size).toBe(1)
  expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 8, last_error: 'http_500' }])
  expect((await attempts()).map((one: { number: number }) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('each attempt is signed for its own moment, so that a late one is not taken for a replay', async () => {
  const { w, subscription } = await stage()
  await happened(w)
  const receiver = receiving((_, posts) => (posts.length === 1 ? 503 : 200))
  await deliver(w, receiver)
  later(w, 3600)
  await deliver(w, receiver)
  const [first, second] = receiver.posts.map(({ headers, body }) =>
    verify([subscription.secret], { headers: headers as unknown as SignedHeaders, body, now: w.clock.wall() }),
  )
  expect([first, second]).toEqual([{ valid: false, reason: 'too_old' }, { valid: true }])
})

test('a receiver that asks for time gets it', async () => {
  const { w } = await stage()
  await happened(w)
  const receiver = receiving(() => ({ answered: true, status: 429, headers: { 'retry-after': '120' } }))
  const expected = new Date(w.clock.wall().getTime() + 120_000).toISOString()
  expect(await deliver(w, receiver)).toEqual([{ state: 'pending', next_at: expected }])
})

test('deliveries about one subject arrive in order: a later one waits until the earlier one is settled', async () => {
  const { w } = await stage()
  const [one, other] = [uuid(), uuid()]
  await happened(w, { subject_id: one, subject_version: 2 })
  await happened(w, { subject_id: one, subject_version: 1 })
  await happened(w, { subject_id: other, subject_version: 1 })
  const fails = new Set([`prj_${w.district_code}_${one}`])
  const receiver = receiving(({ body }) => (fails.delete(JSON.parse(body).subject) ? 500 : 200))
  const told = () =>
    receiver.posts
      .map(({ body }) => JSON.parse(body))
      .map(({ subject, data }) => [subject.slice(-36) === one ? 'one' : 'other', data.version])
  await deliver(w, receiver)
  expect(told().sort()).toEqual([
    ['one', 1],
    ['other', 1],
  ])
  expect(await deliver(w, receiver)).toEqual([])
  later(w, 6)
  await deliver(w, receiver)
  await deliver(w, receiver)
  expect(told().slice(2)).toEqual([
    ['one', 1],
    ['one', 2],
  ])
})

test('a delivery that failed for good holds up nobody', async () => {
  const { w } = await stage()
  const subject_id = uuid()
  await happened(w, { subject_id, subject_version: 1 })
  const receiver = receiving((_, posts) => (posts.length <= 8 ? 500 : 200))
  for (let n = 0; n < 8; n++) {
    await deliver(w, receiver)
    later(w, 40_000)
  }
  await happened(w, { subject_id, subject_version: 2 })
  expect(await deliver(w, receiver)).toEqual([{ state: 'sent' }])
})

test('killed between sending and recording: it is sent again after the lease, under the same id', async () => {
  const { w, deliveries } = await stage()
  const event_id = await happened(w)
  const taken = await w.look((ctx) => claimDeliveries(ctx, w.keys, w.district_code))
  expect(taken).toHaveLength(1)
  const receiver = receiving()
  expect(await deliver(w, receiver)).toEqual([])
  later(w, 61)
  expect(await deliver(w, receiver)).toEqual([{ state: 'sent' }])
  expect(receiver.ids()).toEqual([taken[0]!.webhook_id])
  expect(taken[0]!.webhook_id).toBe(`evt_${w.district_code}_${event_id}`)

  const late = {
    sent: false,
    status: 500,
    error: 'http_500',
    is_gone: false,
    retry_after_seconds: null,
    body_prefix: '',
    duration_ms: 70_000,
  } as const
  expect(await w.look((ctx) => recordAttempt(ctx, taken[0]!, late, 0))).toEqual({ state: 'lease_lost' })
  expect(await deliveries()).toMatchObject([{ state: 'sent', last_status: 200 }])
})

test('two workers at once send nothing twice', async () => {
  const { w } = await stage()
  for (let n = 0; n < 6; n++) await happened(w)
  const receiver = receiving()
  const rounds = await Promise.all([deliver(w, receiver), deliver(w, receiver), deliver(w, receiver)])
  expect(rounds.flat()).toHaveLength(6)
  expect(new Set(receiver.ids()).size).toBe(6)
})

test('one subscriber takes at most eight at a time, so that a slow one does not hold up the others', async () => {
  const { w } = await stage()
  const other = await w.member('planner')
  for (let n = 0; n < 10; n++) await happened(w)
  await subscribed(w, other)
  await happened(w)
  const receiver = receiving()
  expect(await deliver(w, receiver)).toHaveLength(9)
  expect(await deliver(w, receiver)).toHaveLength(3)
})

test('a subscriber that hangs has eight messages under way and not one more, however often it is looked for work', async () => {
  const { w } = await stage()
  for (let n = 0; n < 10; n++) await happened(w)
  const answers: (() => void)[] = []
  const hanging = receiving(() => new Promise<number>((answer) => answers.push(() => answer(200))))
  const first = deliver(w, hanging)
  await expect.poll(() => answers.length).toBe(8)
  expect(await deliver(w, hanging)).toEqual([])
  answers.forEach((answer) => answer())
  expect(await first).toHaveLength(8)
  expect(await deliver(w, receiving())).toHaveLength(2)
})

test('410 ends it at once: the delivery fails, the subscription is switched off, and can be turned on again', async () => {
  const { w, member, subscription, deliveries, look } = await stage()
  await happened(w)
  expect(
    await deliver(
      w,
      receiving(() => 410),
    ),
  ).toEqual([{ state: 'failed' }])
  expect((await look()).body).toMatchObject({ state: 'disabled' })
  const during = await happened(w)
  expect(await deliveries()).toHaveLength(1)
  expect((await w.as(member).post(`/api/subscriptions/${subscription.id}/enable`)).body).toMatchObject({
    state: 'active',
    failing_since: null,
  })
  await happened(w)
  const receiver = receiving()
  expect(await deliver(w, receiver)).toEqual([{ state: 'sent' }])
  expect(receiver.ids()).not.toContain(`evt_${w.district_code}_${during}`)
})

test('a subscription that has failed for five days is switched off; one success in between begins anew', async () => {
  const { w, look } = await stage()
  const day = async (status: number) => {
    await happened(w)
    await deliver(
      w,
      receiving(() => status),
    )
    later(w, 86_400)
  }
  for (const status of [500, 500, 500, 200, 500, 500, 500, 500]) await day(status)
  expect((await look()).body).toMatchObject({ state: 'active' })
  for (const status of [500, 500, 500]) await day(status)
  expect((await look()).body).toMatchObject({ state: 'disabled' })
})

test('while a secret changes, receivers with the old and with the new one are both served, for a day', async () => {
  const { w, member, subscription } = await stage()
  const rotated = await w.as(member).post(`/api/subscriptions/${subscription.id}/rotate-secret`)
  const fits = async () => {
    const receiver = receiving()
    await happened(w)
    await deliver(w, receiver)
    const { headers, body } = receiver.posts[0]!
    const accepts = (secret: string) =>
      verify([secret], { headers: headers as unknown as SignedHeaders, body, now: w.clock.wall() }).valid
    return [accepts(subscription.secret), accepts(rotated.body.secret)]
  }
  expect(await fits()).toEqual([true, true])
  later(w, 86_401)
  expect(await fits()).toEqual([false, true])
})

test('nothing is sent for a subscription that has ended', async () => {
  const { w, member, subscription } = await stage()
  await happened(w)
  await w.as(member).request('DELETE', `/api/subscriptions/${subscription.id}`)
  const receiver = receiving()
  expect(await deliver(w, receiver)).toEqual([{ state: 'failed' }])
  expect(receiver.posts).toEqual([])
})

test('a replay is the same message again, under the same id', async () => {
  const { w, member, deliveries } = await stage()
  await happened(w)
  const receiver = receiving()
  const [{ id }] = await deliveries()
  expect((await w.as(member).post(`/api/deliveries/${id}/replay`)).body.code).toBe('webhooks/wrong-state')
  await deliver(w, receiver)
  expect((await w.as(member).post(`/api/deliveries/${id}/replay`)).status).toBe(202)
  await deliver(w, receiver)
  expect(receiver.posts.map(({ body }) => body)).toEqual([receiver.posts[0]!.body, receiver.posts[0]!.body])
  expect(new Set(receiver.ids()).size).toBe(1)
})

test('the job empties every district that has something due; a secret that cannot be opened holds up nobody', async () => {
  const [here, locked] = [await stage(), await stage()]
  for (let n = 0; n < 9; n++) await happened(here.w)
  await happened(locked.w)
  const receiver = receiving()
  const { w } = here
  await deliverAllDue({ run: w.run, clock: w.clock, keys: w.keys, outbound: receiver.outbound, random: () => 0 })
  const sources = receiver.posts.map(({ body }) => JSON.parse(body).source)
  expect(sources).toEqual(Array(9).fill(`/districts/${w.district_code}`))
  expect(await locked.deliveries()).toMatchObject([{ state: 'pending', last_error: 'secret_unreadable' }])
})

test('an independent receiver (npm standardwebhooks) accepts what is sent', async () => {
  const { w, subscription } = await stage()
  w.clock.set(new Date().toISOString())
  await happened(w)
  const receiver = receiving()
  await deliver(w, receiver)
  const { headers, body } = receiver.posts[0]!
  expect(new Webhook(subscription.secret).verify(body, headers)).toMatchObject({ specversion: '1.0' })
})
