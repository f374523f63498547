import { expect, test } from 'vitest'
import { envelope, type EventRow } from '../../server/outbox/envelope.ts'
import { expectStatus, inArrears, personal, stage } from './stage.ts'

/** Walks values, not texts: a name may hide anywhere in them. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

test('no event, webhook, audit row, message, log of callbacks or answer of a whole transfer holds a person or an account', async () => {
  const s = await stage({ now: '2026-03-02T02:00:00Z' })
  s.answers.gas = inArrears
  const answers: unknown[] = []
  const said = (answer: { status: number; body: any }) => {
    answers.push(answer.body)
    return expectStatus(answer, 200)
  }
  const { id, tracking } = await s.entered()
  const as = s.as(s.registry)
  const at = (kind: 'water' | 'power' | 'gas', move: string, body: object = {}) =>
    s.as(s.utilities[kind]).post(`/api/transfers/${id}/legs/${kind}/${move}`, body)
  expectStatus(await at('water', 'parties', { reason: '办理过户' }), 200)
  said(await at('water', 'complete'))
  said(await at('power', 'acknowledge', { utility_ack: 'P-1' }))
  said(await at('power', 'reject', { reason_code: 'holder_mismatch' }))
  said(await at('gas', 'settle'))
  await s.push()
  said(await as.post(`/api/transfers/${id}/legs/gas/opt-out`))
  said(await at('gas', 'confirm-cancel'))
  said(await as.get(`/api/transfers/${id}`))
  said(await as.get('/api/transfers'))
  said(await s.as(null).get(`/api/track/${tracking.token}`))
  said(await s.as(null).get('/api/transfers/counts'))

  const kept = await s.look(async ({ tx }) => {
    const all = (table: string) => tx.raw(`select * from ${table} where district_code = $1`, [s.district_code])
    return {
      event: await all('event'),
      audit: await all('audit'),
      message: await all('message'),
      leg_message: await all('leg_message'),
      outbox: await all('outbox'),
      clock: await all('clock'),
    }
  })
  const webhooks = kept.event.map((row) => envelope(row as unknown as EventRow))
  expect(webhooks.map((event) => event.type)).toContain('cn.dongtu.transfer.leg.pushed.v1')
  expect(kept.message.map((row) => row['template'])).toContain('transfer.arrears')
  const texts = strings([kept, webhooks, answers])
  for (const value of personal) expect(texts.filter((one) => one.includes(value))).toEqual([])

  const pushed = webhooks.filter((event) => event.type === 'cn.dongtu.transfer.leg.pushed.v1')
  for (const event of pushed)
    expect(Object.keys(event.data).sort()).toEqual(['from', 'id', 'kind', 'to', 'transfer_id', 'version'])
  expect(pushed.map((event) => event.data['transfer_id'])).toEqual([id, id, id])
})

test('an event of a leg is its utility’s and the registry’s; how the case stands is the registry’s alone', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const seen = (member: typeof s.registry) =>
    s.run(member, ({ tx }) =>
      tx.raw<{ type: string }>('select distinct type from event where district_code = $1 order by type', [
        s.district_code,
      ]),
    )
  const gas = (await seen(s.utilities.gas)).map((row) => row.type)
  expect(gas).toEqual([
    'transfer.leg.armed',
    'transfer.leg.precheck_passed',
    'transfer.leg.precheck_requested',
    'transfer.leg.pushed',
  ])
  expect((await seen(s.registry)).map((row) => row.type)).toContain('transfer.status_changed')
  expect(await s.leg(id, 'gas')).toMatchObject({ status: 'pushed' })
})
