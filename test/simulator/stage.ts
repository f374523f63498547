import { Hono } from 'hono'
import type { SimulatedAccount } from '../../server/simulator/account-book.ts'
import type { Behaviour } from '../../server/simulator/behaviours.ts'
import type { SimulatedKind } from '../../server/simulator/kinds.ts'
import { createPlatform } from '../../server/simulator/platform.ts'
import { createUtility, type UtilityOptions } from '../../server/simulator/utility.ts'
import { sign } from '../../server/webhooks/sign.ts'

export const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
export const transfer_id = 'trf_510116_0b54a1de-34f6-4c8f-9d3c-2b7c1a9f0e11'
export const account: SimulatedAccount = { account_no: '60012345', holder_name: '王小明' }
const now = new Date('2026-11-23T08:00:00Z')

export interface Call {
  move: string
  key: string | undefined
  body: Record<string, unknown>
}

/** A platform of the test's own: it hands out one leg, and answers each call back as `answer` says. */
export function platformOf(kind: SimulatedKind, answer: (call: Call, calls: Call[]) => number = () => 200) {
  const calls: Call[] = []
  const reads: { path: string; authorization: string | undefined; body?: unknown }[] = []
  const leg = `/api/transfers/${transfer_id}/legs/${kind}`
  const app = new Hono()
  app.get(leg, (c) => {
    reads.push({ path: 'leg', authorization: c.req.header('authorization') })
    return c.json({ kind, status: 'pushed' })
  })
  app.post(`${leg}/parties`, async (c) => {
    reads.push({ path: 'parties', authorization: c.req.header('authorization'), body: await c.req.json() })
    return c.json({
      account_no: account.account_no,
      parties: [
        { side: 'buyer', name: '李四' },
        { side: 'seller', name: '王小明' },
      ],
    })
  })
  app.post(`${leg}/:move`, async (c) => {
    const call = { move: c.req.param('move'), key: c.req.header('idempotency-key'), body: await c.req.json() }
    calls.push(call)
    return c.json({}, answer(call, calls) as 200)
  })
  const fetcher = ((url: string, init: RequestInit) => app.request(new URL(url).pathname, init)) as typeof fetch
  return { calls, reads, app, platform: createPlatform('http://platform.example', 'dgt_token', fetcher) }
}

/** A utility that never really waits; `waits` shows how long it would have. */
export function utilityOf(
  kind: SimulatedKind,
  stage: { platform: UtilityOptions['platform'] },
  options: Partial<UtilityOptions> = {},
) {
  const waits: number[] = []
  const utility = createUtility({
    kind,
    platform: stage.platform,
    webhook_secret: secret,
    accounts: [account],
    random: () => 0.5,
    now: () => now,
    wait: async (ms) => void waits.push(ms),
    ...options,
  })
  return { ...utility, waits }
}

export const behaving = (behaviour: Behaviour, options: Partial<UtilityOptions> = {}) => {
  const stage = platformOf('gas')
  return { ...stage, utility: utilityOf('gas', stage, { behaviour, ...options }) }
}

/** A signed message as the platform sends it. */
export function message(type = 'cn.dongtu.transfer.leg.pushed.v1', facts: Record<string, unknown> = {}, id = 'dlv_1') {
  const body = JSON.stringify({
    specversion: '1.0',
    id,
    type,
    subject: transfer_id,
    data: { transfer_id, kind: 'gas', ...facts },
  })
  return {
    method: 'POST',
    body,
    headers: { ...sign([secret], { id, body, at: now }) } satisfies Record<string, string>,
  }
}
