import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { seal } from '../../server/access/seal.ts'
import { createApp } from '../../server/app.ts'
import type { Parts } from '../../server/http/environment.ts'
import { forgetOldMessages } from '../../server/messages/jobs.ts'
import { queueMessage } from '../../server/messages/queue.ts'
import { renderMessage } from '../../server/messages/render.ts'
import { maskPhone } from '../../server/messages/routes.ts'
import { sendDueMessages } from '../../server/messages/send.ts'
import { templates, type TemplateName } from '../../server/messages/templates.ts'
import { world, type World } from '../world.ts'

const phone = '13912345678'
const tell = (w: World, kind = 'gas') =>
  w.look((ctx) =>
    queueMessage(ctx, {
      template: 'transfer.leg_completed',
      params: { reference: 'UT-510116-2026-000045', kind },
      to: { label: 'buyer', phone_sealed: seal(w.keys, phone) },
      subject: { district_code: w.district_code, subject_kind: 'transfer', subject_id: randomUUID() },
    }),
  )
const rows = (w: World) =>
  w.look(({ tx }) =>
    tx.raw<any>(
      'select state, attempts, receipt, phone_sealed, recipient_label, locale, params from message where district_code = $1 order by queued_at',
      [w.district_code],
    ),
  )
const withGateway = (w: World): Parts => ({
  ...w.parts,
  config: { ...w.parts.config, SMS_URL: 'https://sms.example/send', SMS_TOKEN: 't' },
})
const gateway = (status: () => number, calls: { url: string; init: RequestInit }[] = []) =>
  ((url: string, init: RequestInit) => {
    calls.push({ url, init })
    return Promise.resolve(new Response('', { status: status() }))
  }) as typeof fetch

test.each(Object.keys(templates) as TemplateName[])(
  '%s is written in both languages with the same parameters',
  (name) => {
    const { params, zh, en } = templates[name]
    const used = (text: string) => [...new Set([...text.matchAll(/\{([a-z_]+)\}/g)].map((match) => match[1]))].sort()
    expect(used(zh)).toEqual([...params].sort())
    expect(used(en)).toEqual([...params].sort())
  },
)

test('codes become words of the language', () => {
  const params = { reference: 'UT-1', kind: 'gas' }
  expect(renderMessage('transfer.leg_completed', params, 'zh-CN')).toBe('【联动过户】UT-1 的燃气过户已办理成功。')
  expect(renderMessage('transfer.leg_completed', params, 'en')).toBe(
    'Linked transfer UT-1: the gas account is now yours.',
  )
  expect(() => renderMessage('transfer.leg_completed', { reference: 'UT-1' }, 'en')).toThrow('lacks kind')
  expect(() => renderMessage('toString', {}, 'en')).toThrow('no template')
})

test('a parameter that looks like a telephone or an id never gets into the queue, nor one the template does not know', async () => {
  const w = await world()
  await expect(tell(w, phone)).rejects.toThrow('not a public word')
  const unknown = { reference: 'UT-1', kind: 'gas', name: '李' }
  await expect(
    w.look((ctx) =>
      queueMessage(ctx, {
        template: 'transfer.leg_completed',
        params: unknown,
        to: { label: 'buyer', phone_sealed: null },
        subject: { district_code: w.district_code, subject_kind: 'transfer', subject_id: randomUUID() },
      }),
    ),
  ).rejects.toThrow('takes reference, kind')
  expect(await rows(w)).toEqual([])
})

test('a message is queued with its move or not at all', async () => {
  const w = await world()
  const failed = w.look(async (ctx) => {
    await queueMessage(ctx, {
      template: 'transfer.entered',
      params: { reference: 'UT-1' },
      to: { label: 'buyer', phone_sealed: null },
      subject: { district_code: w.district_code, subject_kind: 'transfer', subject_id: randomUUID() },
    })
    throw new Error('the move fails')
  })
  await expect(failed).rejects.toThrow('the move fails')
  expect(await rows(w)).toEqual([])
})

test('an organisation’s people are each told in their own language', async () => {
  const w = await world()
  const promoter = await w.member('promoter')
  await w.look(({ tx }) =>
    tx.raw(`update person set locale = 'en' where district_code = $1 and id = $2`, [w.district_code, promoter.id]),
  )
  await w.run(promoter, (ctx) =>
    queueMessage(ctx, {
      template: 'permit.granted',
      params: { reference: 'DP-510116-2026-000123', valid_to: '2026-05-01' },
      to: { organisation_id: promoter.organisation_id! },
      subject: { district_code: w.district_code, subject_kind: 'permit', subject_id: randomUUID() },
    }),
  )
  expect(await rows(w)).toMatchObject([{ locale: 'en', recipient_label: promoter.organisation_name, state: 'queued' }])
})

test('the gateway gets the opened number, the text and a key of its own; the receipt is kept', async () => {
  const w = await world()
  await tell(w)
  const calls: { url: string; init: RequestInit }[] = []
  expect(
    await sendDueMessages(
      withGateway(w),
      w.district_code,
      gateway(() => 200, calls),
    ),
  ).toBe(1)
  expect(JSON.parse(calls[0]!.init.body as string)).toEqual({
    to: phone,
    text: '【联动过户】UT-510116-2026-000045 的燃气过户已办理成功。',
  })
  expect(calls[0]!.init.headers).toMatchObject({
    authorization: 'Bearer t',
    'idempotency-key': expect.stringMatching(/^msg_\d{6}_/),
  })
  expect(await rows(w)).toMatchObject([{ state: 'sent', receipt: { by: 'gateway' } }])
  expect(
    await sendDueMessages(
      withGateway(w),
      w.district_code,
      gateway(() => 200, calls),
    ),
  ).toBe(0)
})

test('a gateway that is down is tried six times, further and further apart, under one key', async () => {
  const w = await world()
  await tell(w)
  const calls: { url: string; init: RequestInit }[] = []
  const down = gateway(() => 503, calls)
  await sendDueMessages(withGateway(w), w.district_code, down)
  expect(await sendDueMessages(withGateway(w), w.district_code, down)).toBe(0)
  for (let i = 0; i < 8; i++) {
    w.clock.add(5)
    await sendDueMessages(withGateway(w), w.district_code, down)
  }
  expect(await rows(w)).toMatchObject([{ state: 'failed', attempts: 6, receipt: { error: 'http_503' } }])
  expect(new Set(calls.map(({ init }) => (init.headers as Record<string, string>)['idempotency-key'])).size).toBe(1)
})

test('without a gateway the demo’s phone gets it; elsewhere it has failed and says why', async () => {
  const w = await world()
  await tell(w)
  await sendDueMessages({ ...w.parts, demo: true }, w.district_code)
  await tell(w)
  await sendDueMessages(w.parts, w.district_code)
  expect((await rows(w)).map((row) => [row.state, row.receipt]).sort()).toEqual([
    ['delivered', { by: 'demo_phone' }],
    ['failed', { error: 'no_gateway' }],
  ])
})

test('the demo’s phone shows text and a masked number; outside the demo there is no such path', async () => {
  const w = await world()
  await tell(w)
  expect((await w.as(null).get('/api/demo/messages')).status).toBe(404)
  const app = createApp({ ...w.parts, demo: true })
  const answer = await app.request('/api/demo/messages')
  const { messages } = (await answer.json()) as any
  expect(messages).toMatchObject([
    {
      to: 'buyer',
      phone_masked: '139****5678',
      text_en: 'Linked transfer UT-510116-2026-000045: the gas account is now yours.',
      state: 'queued',
    },
  ])
  expect(JSON.stringify(messages)).not.toContain(phone)
  expect((await app.request('/api/demo/messages', { headers: { 'x-forwarded-for': '1.2.3.4' } })).status).toBe(404)
  expect(maskPhone('10086')).toBe('****86')
})

test('a number is forgotten after a month, the message after two years; what is still queued stays', async () => {
  const w = await world()
  await tell(w)
  await sendDueMessages({ ...w.parts, demo: true }, w.district_code)
  w.clock.add(24 * 31)
  await tell(w)
  await forgetOldMessages(w.parts, w.district_code)
  expect((await rows(w)).map((row) => [row.state, row.phone_sealed !== null])).toEqual([
    ['delivered', false],
    ['queued', true],
  ])
  w.clock.add(24 * 720)
  await forgetOldMessages(w.parts, w.district_code)
  expect((await rows(w)).map((row) => row.state)).toEqual(['queued'])
})
