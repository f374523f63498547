import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createOutbound } from '../../server/http/outbound.ts'
import { subscribe } from '../../server/simulator/introduce.ts'
import { startSimulatedUtilities } from '../../server/simulator/start.ts'
import { deliver, happened } from '../webhooks/stage.ts'
import { world } from '../world.ts'

test('a utility that subscribes itself over HTTP is told of its pushed leg, and of nobody else’s', async () => {
  const w = await world()
  const gas = await w.member('utility', { utility_kind: 'gas' })
  const water = await w.member('utility', { utility_kind: 'water' })
  const server = serve({ fetch: w.app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((done) => server.once('listening', done))
  const base_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const simulated = await startSimulatedUtilities({
    base_url,
    tokens: { gas: gas.token },
    webhook_secrets: {},
    now: w.clock.wall,
  })
  const outbound = createOutbound({ allow_loopback: true })
  try {
    const subscription = await subscribe(base_url, gas.token, `${simulated.urls.gas}/webhooks`)
    simulated.utilities.gas!.trust(subscription.secret)
    const leg = { type: 'transfer.leg.pushed', subject_kind: 'leg', is_personal: true }
    const transfer_id = crypto.randomUUID()
    await happened(w, { ...leg, utility_id: water.organisation_id, data: { transfer_id, kind: 'water' } })
    await happened(w, { ...leg, utility_id: gas.organisation_id, data: { transfer_id, kind: 'gas' } })
    expect(await deliver(w, { outbound })).toEqual([{ state: 'sent' }])
    await simulated.utilities.gas!.idle()
    const read = { what: 'leg_read', transfer_id: `trf_${w.district_code}_${transfer_id}`, kind: 'gas' }
    expect(simulated.utilities.gas!.told).toMatchObject([{ what: 'received', asks: 'transfer' }, read])
    await subscription.end()
    expect((await w.as(gas).get('/api/subscriptions')).body.subscriptions).toEqual([])
  } finally {
    await simulated.close()
    await outbound.close()
    server.close()
  }
})
