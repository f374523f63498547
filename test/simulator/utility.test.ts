import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { behaving, message, platformOf, transfer_id, utilityOf } from './stage.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))
const journalPath = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'simulator-')))
  return join(folders.at(-1)!, 'gas.jsonl')
}

test('a prompt utility reads the leg and, with a reason, the parties; then it acknowledges and completes within four seconds', async () => {
  const { utility, calls, reads } = behaving('prompt')
  expect((await utility.app.request('/webhooks', message())).status).toBe(202)
  await utility.idle()
  expect(reads).toEqual([
    { path: 'leg', authorization: 'Bearer dgt_token' },
    { path: 'parties', authorization: 'Bearer dgt_token', body: { reason: '办理水电气联动过户' } },
  ])
  expect(calls).toEqual([
    { move: 'acknowledge', key: 'dlv_1:acknowledge', body: { utility_ack: 'gas-dlv_1' } },
    { move: 'complete', key: 'dlv_1:complete', body: {} },
  ])
  expect(utility.waits).toEqual([600, 2000])
})

test('the account carries the buyer’s name once the transfer is complete', async () => {
  const { utility } = behaving('prompt')
  await utility.app.request('/webhooks', message())
  await utility.idle()
  const question = JSON.stringify({ account_no: '60012345', unit_code: 'CD-GAS', check: ['arrears'] })
  const answer = await utility.app.request('/precheck', { method: 'POST', body: question })
  expect(await answer.json()).toMatchObject({ holder_name_masked: '李*' })
})

test('the same message twice is worked on once', async () => {
  const { utility, calls } = behaving('prompt')
  await utility.app.request('/webhooks', message())
  expect(await (await utility.app.request('/webhooks', message())).json()).toEqual({ accepted: true, duplicate: true })
  await utility.idle()
  expect(calls).toHaveLength(2)
})

test('a message with a wrong signature, or none, is refused and leaves no trace', async () => {
  const { utility, calls } = behaving('prompt')
  const { body, headers } = message()
  const changed = body.replace('gas', 'gaz')
  expect((await utility.app.request('/webhooks', { method: 'POST', headers, body: changed })).status).toBe(401)
  expect((await utility.app.request('/webhooks', { method: 'POST', body })).status).toBe(401)
  await utility.idle()
  expect(calls).toEqual([])
  expect((await utility.app.request('/webhooks', message())).status).toBe(202)
})

test('a utility without a secret trusts nobody until it is given one', async () => {
  const { utility } = behaving('prompt', { webhook_secret: '' })
  expect((await utility.app.request('/webhooks', message())).status).toBe(401)
  utility.trust('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
  expect((await utility.app.request('/webhooks', message())).status).toBe(202)
  await utility.idle()
})

test('a push that is repeated while the leg is worked on changes nothing; after the end it is answered once more', async () => {
  const gate: { open?: () => void } = {}
  const { utility, calls } = behaving('prompt', {
    wait: (ms) => (ms === 2000 && !gate.open ? new Promise<void>((open) => (gate.open = open)) : Promise.resolve()),
  })
  await utility.app.request('/webhooks', message())
  await expect.poll(() => gate.open).toBeDefined()
  const retried = await utility.app.request('/webhooks', message('cn.dongtu.transfer.leg.retried.v1', {}, 'dlv_2'))
  expect(await retried.json()).toEqual({ accepted: true, under_way: true })
  gate.open!()
  await utility.idle()
  expect(calls.map(({ key }) => key)).toEqual(['dlv_1:acknowledge', 'dlv_1:complete'])
  await utility.app.request('/webhooks', message('cn.dongtu.transfer.leg.still_open.v1', {}, 'dlv_3'))
  await utility.idle()
  expect(calls.map(({ key }) => key).slice(2)).toEqual(['dlv_3:acknowledge', 'dlv_3:complete'])
})

test('other events, and another utility’s legs, ask for nothing', async () => {
  const { utility, calls, reads } = behaving('prompt')
  for (const other of [message('cn.dongtu.project.granted.v1'), message(undefined, { kind: 'water' }, 'dlv_2')]) {
    expect(await (await utility.app.request('/webhooks', other)).json()).toEqual({ accepted: false })
  }
  await utility.idle()
  expect([calls, reads]).toEqual([[], []])
})

test('a late utility does the same, two minutes later', async () => {
  const { utility, calls } = behaving('late')
  await utility.app.request('/webhooks', message())
  await utility.idle()
  expect(calls.map(({ move }) => move)).toEqual(['acknowledge', 'complete'])
  expect(utility.waits).toEqual([120_600, 122_000])
})

test('a utility that says everything twice repeats a key and invents one', async () => {
  const { utility, calls } = behaving('twice')
  await utility.app.request('/webhooks', message())
  await utility.idle()
  expect(calls.map(({ key }) => key)).toEqual(
    ['acknowledge', 'acknowledge', 'acknowledge_again', 'complete', 'complete', 'complete_again'].map(
      (label) => `dlv_1:${label}`,
    ),
  )
})

test('a utility out of order completes before it acknowledges, and once more after', async () => {
  const { utility, calls } = behaving('out_of_order')
  await utility.app.request('/webhooks', message())
  await utility.idle()
  expect(calls.map(({ move }) => move)).toEqual(['complete', 'acknowledge', 'complete'])
})

test('a utility that rejects says why', async () => {
  const { utility, calls } = behaving('rejects')
  await utility.app.request('/webhooks', message())
  await utility.idle()
  expect(calls.map(({ move, body }) => [move, body['reason_code']])).toEqual([
    ['acknowledge', undefined],
    ['reject', 'holder_mismatch'],
  ])
})

test('an account in arrears is rejected at the push, and accepted once it is settled', async () => {
  const { utility, calls } = behaving('arrears', {
    accounts: [{ account_no: '60012345', holder_name: '王小明', arrears_yuan: 86.4 }],
  })
  await utility.app.request('/webhooks', message())
  await utility.idle()
  expect(calls.at(-1)).toMatchObject({ move: 'reject', body: { reason_code: 'arrears' } })
  expect((await utility.app.request('/accounts/60012345/settle', { method: 'POST' })).status).toBe(200)
  expect((await utility.app.request('/accounts/nobody/settle', { method: 'POST' })).status).toBe(404)
  await utility.app.request('/webhooks', message(undefined, {}, 'dlv_2'))
  await utility.idle()
  expect(calls.at(-1)).toMatchObject({ move: 'complete' })
})

test('what the utility’s own people took as paid on the platform is paid in its book, also after a restart', async () => {
  const accounts = [{ account_no: '60012345', holder_name: '王小明', arrears_yuan: 86.4 }]
  const journal_path = journalPath()
  const before = behaving('prompt', { accounts, journal_path })
  await before.utility.app.request('/webhooks', message('cn.dongtu.transfer.leg.settled.v1'))
  const { utility, calls } = behaving('prompt', { accounts, journal_path })
  await utility.app.request('/webhooks', message(undefined, {}, 'dlv_2'))
  await utility.idle()
  expect(calls.map(({ move }) => move)).toEqual(['acknowledge', 'complete'])
})

test('a utility that is down answers 500 for a while, remembers nothing of it, and then works', async () => {
  const { utility, calls } = behaving('down', { refusals: 2 })
  const statuses = []
  for (let attempt = 0; attempt < 3; attempt++)
    statuses.push((await utility.app.request('/webhooks', message())).status)
  await utility.idle()
  expect(statuses).toEqual([500, 500, 202])
  expect(calls).toHaveLength(2)
})

test('a call back is repeated with the same key until the platform answers; a refusal is an answer', async () => {
  const stage = platformOf('gas', (_, calls) => [503, 500, 409, 200][calls.length - 1] ?? 200)
  const utility = utilityOf('gas', stage)
  await utility.app.request('/webhooks', message())
  await utility.idle()
  expect(stage.calls.map(({ key }) => key)).toEqual([...Array(3).fill('dlv_1:acknowledge'), 'dlv_1:complete'])
  expect(utility.waits).toEqual([600, 1000, 2000, 2000])
})

test('a leg that may not be read is left alone', async () => {
  const stage = platformOf('gas')
  const refusing = { ...stage.platform, readParties: async () => ({ status: 403, body: {} }) }
  const utility = utilityOf('gas', { platform: refusing })
  await utility.app.request('/webhooks', message())
  await utility.idle()
  expect(stage.calls).toEqual([])
  expect(utility.told.find(({ what }) => what === 'leg_read')).toMatchObject({ leg_status: 200, parties_status: 403 })
})

test('a transfer called off is confirmed and no further step of it is made', async () => {
  const gate: { open?: () => void } = {}
  const { utility, calls } = behaving('prompt', {
    wait: (ms) => (ms === 2000 ? new Promise<void>((open) => (gate.open = open)) : Promise.resolve()),
  })
  await utility.app.request('/webhooks', message())
  await expect.poll(() => gate.open).toBeDefined()
  await utility.app.request('/webhooks', message('cn.dongtu.transfer.leg.cancel_requested.v1', {}, 'dlv_2'))
  gate.open!()
  await utility.idle()
  expect(calls.map(({ move }) => move)).toEqual(['acknowledge', 'confirm-cancel'])
})

test('what was under way at a kill goes on after the restart, with the same keys, and what was done is not done again', async () => {
  const journal_path = journalPath()
  const killed = behaving('prompt', {
    journal_path,
    wait: (ms) => (ms === 2000 ? Promise.reject(new Error('killed')) : Promise.resolve()),
  })
  await killed.utility.app.request('/webhooks', message())
  await killed.utility.idle()
  expect(killed.calls.map(({ move }) => move)).toEqual(['acknowledge'])

  const restarted = behaving('prompt', { journal_path })
  restarted.utility.resume()
  await restarted.utility.app.request('/webhooks', message())
  await restarted.utility.idle()
  expect(restarted.calls.map(({ key }) => key)).toEqual(['dlv_1:complete'])

  const again = behaving('prompt', { journal_path })
  again.utility.resume()
  await again.utility.idle()
  expect(again.calls).toEqual([])
  expect(readFileSync(journal_path, 'utf8')).not.toMatch(/李四|60012345/)
})

test('whoever plays it sees what it did and changes its manners', async () => {
  const { utility } = behaving('prompt')
  expect(await (await utility.app.request('/behaviour/rejects', { method: 'POST' })).json()).toEqual({
    behaviour: 'rejects',
  })
  expect((await utility.app.request('/behaviour/polite', { method: 'POST' })).status).toBe(404)
  await utility.app.request('/webhooks', message())
  await utility.idle()
  const shown = await (await utility.app.request('/')).json()
  expect(shown).toMatchObject({
    kind: 'gas',
    behaviour: 'rejects',
    open: 0,
    told: expect.arrayContaining([expect.objectContaining({ move: 'reject', transfer_id })]),
  })
})
