import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoFolder, startServer, type Started } from './server.ts'
import { audit, looks, walk, type Walker } from './walker.ts'

/** The smallest PNG: one pixel. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const phone = { width: 390, height: 844 }

// visits are recorded here that other walks would meet
const folder = demoFolder()
let own: Started
beforeAll(async () => {
  own = await startServer(folder)
}, 120_000)
afterAll(async () => {
  await own.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})
type Seen = {
  reference: string
  started_at: string | null
  sketch: unknown
  outcome: string
  attachments: unknown[]
  id: string
}

/** The latest visit of a dig, as the server has it. */
async function latest({ context }: Walker, project_id: string): Promise<Seen> {
  const list = await (await context.request.get(`/api/inspections?project_id=${project_id}&limit=1`)).json()
  return (await context.request.get(`/api/inspections/${list.inspections[0].id}`)).json()
}
const openDig = (page: Walker['page']) => new URL(page.url()).searchParams.get('sel')!

test('an inspector takes the day along, loses the network in the middle, goes on, starts the page again without one, and everything is sent when it is back', async () => {
  const walker = await walk('周岩', { ...phone, server: own.base })
  const { page, context, errors } = walker
  await page.goto('/field')
  await page.getByRole('button', { name: '带上今天的任务' }).click()
  await page.getByRole('tab', { name: '今日路线' }).waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: '重新带出' }).and(page.locator(':enabled')).waitFor({ timeout: 120_000 })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.screenshot({ path: `${looks}field, round.png` })
  expect(await audit(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  await page.locator('.fieldwork-rows .row').first().click()
  await page.getByRole('button', { name: '开始检查' }).click()
  const sheet = page.getByRole('form', { name: '现场检查' })
  await sheet.getByRole('radio', { name: '不合格', exact: true }).check()
  await context.setOffline(true)
  await page.getByText('离线', { exact: true }).waitFor()
  await sheet.getByRole('checkbox', { name: '裸土未覆盖' }).check()
  await sheet.getByRole('textbox').last().fill('北侧五十平方米')
  await sheet.getByLabel('照片').setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer: photo })
  await sheet.getByRole('img', { name: 'site.png' }).waitFor()
  await sheet.getByRole('button', { name: '我已到场' }).click()
  await sheet.getByText(/\d\d:\d\d 到场/).waitFor()
  await page.screenshot({ path: `${looks}field, visit offline.png`, fullPage: true })
  expect(await audit(page)).toEqual([])

  // the phone is switched off and on again, still without a network
  const first = openDig(page)
  await page.reload()
  await sheet.getByRole('checkbox', { name: '裸土未覆盖' }).and(page.locator(':checked')).waitFor()
  await sheet.getByRole('img', { name: 'site.png' }).waitFor()
  await sheet.getByRole('button', { name: '线' }).click()
  const box = (await page.locator('.map-canvas').boundingBox())!
  await page.mouse.click(box.x + 120, box.y + 120)
  await page.mouse.click(box.x + 220, box.y + 160)
  await page.mouse.click(box.x + 220, box.y + 160)
  await sheet.getByText('已画草图').waitFor()
  await sheet.getByRole('button', { name: '完成检查' }).click()
  await page.getByText('1 条待上传').waitFor()

  await page.getByRole('button', { name: '返回' }).click()
  await page.locator('.fieldwork-rows .row').nth(1).click()
  await page.getByRole('button', { name: '开始检查' }).click()
  await sheet.getByRole('button', { name: '完成检查' }).click()
  await sheet.getByText('请选择检查结果').waitFor()
  await sheet.getByRole('radio', { name: '合格', exact: true }).check()
  await sheet.getByRole('button', { name: '完成检查' }).click()
  await page.getByText('2 条待上传').waitFor()
  await page.screenshot({ path: `${looks}field, dig offline.png` })
  const second = openDig(page)

  await context.setOffline(false)
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByRole('tab', { name: /本机记录/ }).click()
  const kept = page.locator('.fieldwork-kept li')
  await expect.poll(() => kept.filter({ hasText: '已上传' }).count(), { timeout: 30_000 }).toBe(2)
  await page.screenshot({ path: `${looks}field, sent.png` })
  expect(await audit(page)).toEqual([])
  const seen = await latest(walker, first)
  expect(seen).toMatchObject({
    outcome: 'failed_low',
    sketch: { type: 'LineString' },
    attachments: [{ name: 'site.png' }],
  })
  expect(seen.started_at).not.toBeNull()
  expect(await latest(walker, second)).toMatchObject({ outcome: 'passed' })
  // what was sent is gone from the device
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const asked = indexedDB.open('dongtu-field')
        asked.onsuccess = () => {
          const count = asked.result.transaction('photos').objectStore('photos').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
  expect(left).toBe(0)
  expect(errors.filter((error) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(error))).toEqual([])
  await walker.close()
}, 240_000)

test('two inspectors at the same site: who comes without a network is shown what the other found meanwhile, and nothing is lost', async () => {
  const away = await walk('周岩', { ...phone, server: own.base })
  await away.page.goto('/field')
  await away.page.getByRole('button', { name: '带上今天的任务' }).click()
  await away.page
    .getByRole('button', { name: '重新带出' })
    .and(away.page.locator(':enabled'))
    .waitFor({ timeout: 120_000 })
  await away.page.evaluate(() => navigator.serviceWorker.ready)
  await away.page.locator('.fieldwork-rows .row').nth(2).click()
  await away.page.getByRole('button', { name: '开始检查' }).click()
  await away.context.setOffline(true)
  const dig = openDig(away.page)

  const there = await walk('许敏', { server: own.base })
  const project = await (await there.context.request.get(`/api/projects/${dig}`)).json()
  const other = await there.context.request.post('/api/inspections', {
    data: {
      project_id: dig,
      site_id: project.sites[0]?.id ?? null,
      outcome: 'failed_low',
      findings: [{ code: 'no_barrier' }],
    },
  })
  expect(other.status(), await other.text()).toBe(201)

  const sheet = away.page.getByRole('form', { name: '现场检查' })
  await sheet.getByRole('radio', { name: '合格', exact: true }).check()
  await sheet.getByRole('button', { name: '完成检查' }).click()
  await away.context.setOffline(false)
  await away.page.getByRole('button', { name: '返回' }).click()
  await away.page.getByRole('tab', { name: /本机记录/ }).click()
  const met = away.page.getByRole('alert').filter({ hasText: '同事检查过同一工地' })
  await met.getByText('不合格').waitFor({ timeout: 30_000 })
  await away.page.screenshot({ path: `${looks}field, conflict.png` })
  expect(await audit(away.page)).toEqual([])
  await met.getByRole('button', { name: '已阅，照样上传' }).click()
  await away.page.locator('.fieldwork-kept li').filter({ hasText: '已上传' }).waitFor({ timeout: 30_000 })
  expect(await latest(away, dig)).toMatchObject({ outcome: 'passed' })
  await there.close()
  await away.close()
}, 240_000)

test('who is not of the administration is sent to sign in', async () => {
  const nobody = await walk(null, { ...phone, locale: 'en', server: own.base })
  await nobody.page.goto('/field')
  await nobody.page.getByRole('link', { name: 'Sign in first' }).waitFor()
  expect(await audit(nobody.page)).toEqual([])
  await nobody.page.screenshot({ path: `${looks}field, nobody, en.png` })
  await nobody.close()
})
