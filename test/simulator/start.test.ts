import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createOutbound } from '../../server/http/outbound.ts'
import { startSimulatedUtilities } from '../../server/simulator/start.ts'
import { precheck } from '../../server/transfers/adapters/precheck.ts'
import { send } from '../../server/webhooks/send.ts'
import { sign } from '../../server/webhooks/sign.ts'
import { account, message, platformOf, secret } from './stage.ts'

test('three utilities in one process each listen on their own, take a signed message from our sender and call the platform back', async () => {
  const stage = platformOf('gas')
  const server = serve({ fetch: stage.app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((done) => server.once('listening', done))
  const base_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const simulated = await startSimulatedUtilities({
    base_url,
    tokens: { water: 'w', power: 'p', gas: 'g' },
    webhook_secrets: { water: secret, power: secret, gas: secret },
    accounts: { gas: [{ ...account, arrears_yuan: 86.4 }], water: [account], power: [account] },
    pace: { acknowledge_ms: [0, 0], finish_ms: [0, 0], late_ms: 0 },
  })
  try {
    const outbound = createOutbound({ allow_loopback: true })
    const question = { account_no: account.account_no, unit_code: '1', check: ['arrears'] as ['arrears'] }
    const ask = (kind: 'water' | 'power' | 'gas') =>
      precheck(outbound, { kind, url: `${simulated.urls[kind]}/precheck` }, question)
    expect(await Promise.all([ask('water'), ask('power'), ask('gas')])).toMatchObject([
      { verdict: 'passed', holder_name_masked: '王**' },
      { verdict: 'passed', holder_name_masked: '王**' },
      { verdict: 'blocked', reason: 'arrears', arrears_yuan: 86.4 },
    ])
    await fetch(`${simulated.urls.gas}/accounts/${account.account_no}/settle`, { method: 'POST' })
    expect(await ask('gas')).toMatchObject({ verdict: 'passed' })

    const now = new Date()
    const { body } = message()
    const headers = sign([secret], { id: 'dlv_9', body, at: now })
    expect(await send(outbound, { url: `${simulated.urls.gas}/webhooks`, headers, body, now })).toMatchObject({
      sent: true,
      status: 202,
    })
    await simulated.utilities.gas!.idle()
    expect(stage.calls.map(({ move }) => move)).toEqual(['acknowledge', 'complete'])
    expect(stage.reads[0]).toMatchObject({ authorization: 'Bearer g' })
    await outbound.close()
  } finally {
    await simulated.close()
    server.close()
  }
})
