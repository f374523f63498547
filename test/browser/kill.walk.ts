import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { demoFolder, startServer } from './server.ts'
import { audit, walk } from './walker.ts'

type Json = any

test('kill -9 in the middle of a transfer: after the restart it goes on, nothing is lost and nothing has happened twice', async () => {
  const folder = demoFolder()
  const first = await startServer(folder)
  const accounts: Json[] = await (await fetch(`${first.base}/api/demo/accounts`)).json()
  const token = (role: string, kind: string | null = null) =>
    accounts.find((one) => one.role === role && one.utility_kind === kind).token as string
  const registry = client(token('registry'))
  const sale = await registry.get(`${first.base}/api/demo/sale`)
  const opened = await registry.post(`${first.base}/api/transfers`, transferOf(sale))
  await registry.post(`${first.base}/api/transfers/${opened.id}/precheck`, {})
  await until(async () => {
    const { legs } = await registry.get(`${first.base}/api/transfers/${opened.id}`)
    return legs.every((leg: Json) => !['not_requested', 'precheck_requested'].includes(leg.status))
  })
  await registry.post(`${first.base}/api/transfers/${opened.id}/register-entry`, {
    certificate_no: '川(2026)0015020号',
  })
  const operator = await walk('管平', { server: first.base })
  await operator.page.goto('/audit')
  const live = (words: string) =>
    operator.page.getByRole('status').filter({ hasText: words }).waitFor({ state: 'attached' })
  await live('实时更新已连接')
  await first.end('SIGKILL')
  await live('实时更新未连接')

  const second = await startServer(folder, { PORT: new URL(first.base).port })
  try {
    // the operator's page finds the server again without a reload
    await live('实时更新已连接')
    await until(async () => {
      const { legs } = await registry.get(`${second.base}/api/transfers/${opened.id}`)
      return ['water', 'power'].every((kind) => legs.find((leg: Json) => leg.kind === kind).status === 'completed')
    })
    const done: Json[] = await registry.all(`${second.base}/api/events`)
    const about = done.filter((event) => event.data?.transfer_id === opened.id || event.subject === opened.id)
    for (const [type, kind] of [
      ['cn.dongtu.transfer.leg.pushed.v1', 'water'],
      ['cn.dongtu.transfer.leg.completed.v1', 'water'],
      ['cn.dongtu.transfer.leg.completed.v1', 'power'],
    ])
      expect([type, kind, about.filter((event) => event.type === type && event.data.kind === kind).length]).toEqual([
        type,
        kind,
        1,
      ])
    expect(about.filter((event) => event.type === 'cn.dongtu.transfer.entered.v1')).toHaveLength(1)
    const auditor = client(token('auditor'))
    const { chains } = await auditor.get(`${second.base}/api/audit/verify`)
    expect(chains.map((chain: Json) => chain.intact)).toEqual([true, true])
    const { page } = operator
    await page.getByText('登簿').first().waitFor()
    await page.getByRole('button', { name: '核验记录链' }).click()
    await page.locator('.audit-verdict[data-intact=true]').nth(1).waitFor()
    await page.goto('/transfers')
    // numbers per street are all that somebody without a part in a sale sees of it
    await page.locator('.counts table').waitFor()
    expect(await page.locator('.counts').innerText()).not.toContain('1502')
    expect(await audit(page)).toEqual([])
    await operator.close()
  } finally {
    await second.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})

function client(token: string) {
  const call = async (method: string, url: string, body?: object): Promise<Json> => {
    const answer = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`)
    return text ? JSON.parse(text) : undefined
  }
  const get = (url: string) => call('GET', url)
  return {
    get,
    post: (url: string, body: object) => call('POST', url, body),
    async all(url: string) {
      const found: Json[] = []
      for (let page = await get(`${url}?limit=250`); ; page = await get(`${url}?limit=250&after=${page.next}`)) {
        found.push(...page.events)
        if (!page.more) return found
      }
    },
  }
}

function transferOf(sale: Json) {
  const consent = {
    given: true,
    purpose: '办理水电气联动过户',
    method: '加密接口',
    data_kinds: ['name', 'id_no', 'phone', 'location'],
    text_version: '2026-01',
  }
  return {
    unit_id: sale.unit_id,
    acceptance_no: sale.acceptance_no,
    parties: { buyers: sale.buyers, sellers: sale.sellers },
    legs: sale.accounts.map((account: Json) => ({ ...account, consent })),
  }
}

/** Asks again every quarter of a second until it is so, for at most a minute. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not come to be so within a minute')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
