import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { demoFolder, startServer } from './server.ts'
import { audit, walk } from './walker.ts'

const folder = process.env.PICTURES ?? ''
/** Pictures to look at, when a folder for them is given. */
async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

test('the authority stops every site for a heavy-pollution alert, a promoter acknowledges, who is silent is seen, and lifting lets all go on', async () => {
  // it stops the whole district and turns the clock: on a server of its own
  const data = demoFolder()
  const own = await startServer(data)
  const { page, context, errors, close } = await walk('许敏', { server: own.base })
  const count = async (stage: string) => {
    const { projects } = await (await context.request.get(`/api/projects?stage=${stage}&limit=200`)).json()
    return projects.length as number
  }
  const digging = await count('in_progress')
  await page.goto('/alerts')
  await page.getByRole('button', { name: '发布预警' }).click()
  const form = page.getByRole('form', { name: '发布预警' })
  await form.getByText('大气污染防治法').waitFor()
  await form.getByLabel('预计解除日').fill('2027-12-01')
  await picture(page, 'issue-zh')
  expect(await audit(page)).toEqual([])
  await form.getByRole('button', { name: '确认发布预警' }).click()
  const card = page.getByRole('listitem').filter({ hasText: '重污染天气预警' }).first()
  await card.getByText('已签收 0 /').waitFor()
  await card.getByRole('button', { name: /收起停工令/ }).waitFor()
  await picture(page, 'sent-zh')
  expect(await audit(page)).toEqual([])
  expect(await count('in_progress')).toBeLessThan(digging)

  const builder = await walk('罗建', { server: own.base, locale: 'en', width: 390, height: 844 })
  await builder.page.goto('/alerts')
  const mine = builder.page.getByRole('listitem').filter({ hasText: 'Heavy-pollution alert' }).first()
  await mine.getByRole('button', { name: 'Acknowledge', exact: true }).first().click()
  await picture(builder.page, 'promoter-phone-en')
  await mine.getByRole('button', { name: /Confirm/ }).click()
  await mine.getByText(/1 of \d+ acknowledged/).waitFor()
  expect(await audit(builder.page)).toEqual([])
  expect(await builder.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(builder.errors).toEqual([])
  await builder.close()

  await card.getByText('已签收 1 /').waitFor()
  await context.request.post('/api/demo/clock/advance', { data: { working_days: 1 } })
  await page.reload()
  await card.getByText(/处未按时签收/).waitFor({ timeout: 60_000 })
  await card.getByLabel('状态').selectOption({ label: '逾时未签收' })
  await card.getByText('逾时未签收', { exact: true }).nth(1).waitFor()
  await picture(page, 'silent-zh')
  expect(await audit(page)).toEqual([])

  await card.getByRole('button', { name: '解除预警' }).click()
  await card.getByLabel('理由').fill('空气质量转好')
  await card.getByRole('button', { name: '确认解除预警' }).click()
  await page.getByText('解除原因：空气质量转好').waitFor()
  await page.getByText('目前没有预警').waitFor()
  await picture(page, 'lifted-zh')
  expect(await audit(page)).toEqual([])
  expect(await count('in_progress')).toBe(digging)
  expect(errors).toEqual([])
  await close()
  await own.end('SIGTERM')
  rmSync(data, { recursive: true, force: true })
}, 360_000)

test('a citizen reads the figures and how each is computed; staff open the rows behind them', async () => {
  const citizen = await walk(null, { locale: 'en', width: 390, height: 844 })
  await citizen.page.goto('/figures')
  await citizen.page.getByText('Building permit', { exact: true }).waitFor()
  expect(await citizen.page.getByText('no data yet').count()).toBe(4)
  await citizen.page.getByText('How it is computed').first().click()
  await citizen.page.getByText('by the calendar of the State Council', { exact: false }).first().waitFor()
  await picture(citizen.page, 'figures-phone-en')
  expect(await audit(citizen.page)).toEqual([])
  expect(await citizen.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(citizen.errors).toEqual([])
  await citizen.close()

  const { page, errors, close } = await walk('许敏')
  await page.goto('/figures')
  await page.getByRole('heading', { name: '抢险占比' }).waitFor()
  await picture(page, 'figures-zh')
  expect(await audit(page)).toEqual([])
  await page.getByRole('button', { name: '看明细 掘路许可' }).click()
  await page
    .getByText(/个工作日/)
    .first()
    .waitFor()
  await picture(page, 'figures-rows-zh')
  expect(await audit(page)).toEqual([])
  await page.getByRole('button', { name: '返回看板' }).click()
  await page.getByText('审批效能（公开）').waitFor()
  expect(errors).toEqual([])
  await close()
})
