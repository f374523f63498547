import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { expect, test } from 'vitest'
import { createOutbound } from '../../server/http/outbound.ts'
import { subscribe } from '../../server/simulator/introduce.ts'
import { startSimulatedUtilities } from '../../server/simulator/start.ts'
import { transferJobs } from '../../server/transfers/jobs.ts'
import { deliverAllDue } from '../../server/webhooks/jobs.ts'
import { accounts, expectStatus, kinds, stage, type Kind, type Stage } from './stage.ts'

/** The platform over HTTP with three utilities that play their part for themselves; `turn` does once what the clock would do. */
async function city(s: Stage, behaviours: Partial<Record<Kind, 'prompt' | 'twice' | 'out_of_order' | 'down'>>) {
  const server = serve({ fetch: s.app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((done) => server.once('listening', done))
  const base_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const played = await startSimulatedUtilities({
    base_url,
    tokens: Object.fromEntries(kinds.map((kind) => [kind, s.utilities[kind].token])),
    webhook_secrets: {},
    accounts: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        [{ account_no: accounts[kind], holder_name: '何文静', arrears_yuan: kind === 'gas' ? 86.4 : 0 }],
      ]),
    ),
    behaviours,
    now: s.clock.wall,
    wait: async () => undefined,
  })
  for (const kind of kinds) {
    const url = played.urls[kind]!
    const { secret } = await subscribe(base_url, s.utilities[kind].token, `${url}/webhooks`)
    played.utilities[kind]!.trust(secret)
    await s.look(({ tx }) =>
      tx.raw('update utility_route set precheck_url = $3 where district_code = $1 and utility_kind = $2', [
        s.district_code,
        kind,
        `${url}/precheck`,
      ]),
    )
  }
  const outbound = createOutbound({ allow_loopback: true })
  return {
    played,
    async turn() {
      for (const job of transferJobs) await job.run(s.parts, s.district_code)
      await s.relay()
      await deliverAllDue({ ...s.parts, outbound, random: () => 0 })
      await Promise.all(kinds.map((kind) => played.utilities[kind]!.idle()))
    },
    async close() {
      await played.close()
      await outbound.close()
      server.close()
    },
  }
}

test('with three utilities that play themselves, one twice, one out of order, one in arrears, a sale ends in every account moved', async () => {
  const s = await stage()
  const { played, turn, close } = await city(s, { water: 'twice', power: 'out_of_order' })
  try {
    const as = s.as(s.registry)
    const { id } = await s.open()
    const status = async () => expectStatus(await as.get(`/api/transfers/${id}`), 200).status
    expectStatus(await as.post(`/api/transfers/${id}/precheck`), 200)
    await turn()
    expect(await s.leg(id, 'gas')).toMatchObject({
      status: 'precheck_blocked',
      reason_code: 'arrears',
      arrears_yuan: 86.4,
    })
    expectStatus(await as.post(`/api/transfers/${id}/register-entry`, { certificate_no: '川(2026)0001号' }), 200)
    await turn()
    expect(await status()).toBe('partially_completed')
    await fetch(`${played.urls.gas}/accounts/${accounts.gas}/settle`, { method: 'POST' })
    expectStatus(await s.as(s.utilities.gas).post(`/api/transfers/${id}/legs/gas/settle`), 200)
    await turn()
    expect(await status()).toBe('completed')
    const events = await s.look(({ tx }) =>
      tx.raw<{ n: number }>(
        `select count(*)::int as n from event where district_code = $1 and type = 'transfer.leg.completed'`,
        [s.district_code],
      ),
    )
    expect(events[0]!.n).toBe(3)
  } finally {
    await close()
  }
})

test('a utility that is down at the register entry loses nothing: the same message comes again', async () => {
  const s = await stage()
  const { turn, close } = await city(s, { water: 'down' })
  try {
    const as = s.as(s.registry)
    const { id } = await s.open({ legs: (s.input().legs as any[]).filter((leg) => leg.kind === 'water') })
    expectStatus(await as.post(`/api/transfers/${id}/register-entry`, { certificate_no: '川(2026)0001号' }), 200)
    for (let i = 0; i < 8 && (await s.leg(id, 'water')).status !== 'completed'; i++) {
      await turn()
      s.clock.add(0.5)
    }
    expect((await s.leg(id, 'water')).status).toBe('completed')
    const ids = await s.look(({ tx }) =>
      tx.raw(`select distinct event_id from delivery where district_code = $1 and attempts > 1`, [s.district_code]),
    )
    expect(ids.length).toBeGreaterThan(0)
  } finally {
    await close()
  }
})
