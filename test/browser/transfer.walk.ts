import { expect, test } from 'vitest'
import { audit, walk } from './walker.ts'

const home = '怡心里3栋2单元1502'
const legIs = (kind: string, status: string) => `.leg[data-kind=${kind}][data-status=${status}]`

test('a home is sold: the register entry moves water and power at once, gas when its debt is settled, and the buyer sees all three', async () => {
  const registry = await walk('丁颖')
  const { page } = registry
  page.setDefaultTimeout(60_000)
  await page.goto('/')
  await page.getByRole('button', { name: /怡心里3栋.*楼盘表/ }).click()
  expect(await audit(page)).toEqual([])
  await page.locator('.home-grid').getByRole('button', { name: home }).click()
  await page.getByText('DP-510116-2016-000041').waitFor()

  await page.getByRole('button', { name: '受理联动过户' }).click()
  await page.getByRole('button', { name: '填入演示当事人' }).click()
  for (const consent of await page.getByRole('checkbox', { name: /单独同意向/ }).all()) await consent.check()
  expect(await audit(page)).toEqual([])
  await page.getByRole('button', { name: '受理', exact: true }).click()
  const link = await page.locator('.buyer-link a').getAttribute('href')

  await page.getByRole('button', { name: '核验', exact: true }).click()
  await page.getByRole('button', { name: '确认核验' }).click()
  await page.locator(legIs('gas', 'precheck_blocked')).getByText('¥86.40').waitFor()
  await page.getByRole('button', { name: '登簿', exact: true }).click()
  await page.getByLabel('不动产权证号').fill('川(2026)双流区不动产权第0015020号')
  await page.getByRole('button', { name: '确认登簿' }).click()
  await page.locator(legIs('water', 'completed')).waitFor({ timeout: 10_000 })
  await page.locator(legIs('power', 'completed')).waitFor({ timeout: 10_000 })

  const buyer = await walk(null, { width: 390, height: 844 })
  await buyer.page.goto(link!)
  await buyer.page.locator('li[data-kind=water][data-state=done]').waitFor()
  await buyer.page.locator('li[data-kind=gas][data-state=held]').waitFor()
  await buyer.page.getByText('云杉路燃气管改造').waitFor()
  expect(await buyer.page.locator('body').innerText()).not.toMatch(/林晓岚|何文静|86\.40/)

  const gas = await walk('高宁')
  await gas.page.goto('/')
  await gas.page.getByRole('button', { name: home }).click()
  await gas.page.getByRole('button', { name: '已结清', exact: true }).click()
  await gas.page.getByRole('button', { name: '确认已结清' }).click()
  for (const { page: seen } of [gas, registry])
    await seen.locator(legIs('gas', 'completed')).waitFor({ timeout: 30_000 })
  await buyer.page.getByText('水电气过户已全部办结').waitFor()
  expect(await audit(buyer.page)).toEqual([])
  expect(await audit(page)).toEqual([])
  for (const { errors, close } of [registry, buyer, gas]) {
    expect(errors).toEqual([])
    await close()
  }
})

test('the buyer’s link is one link: a changed one shows nothing, in both languages', async () => {
  for (const [locale, words] of [
    ['zh-CN', '链接无效'],
    ['en', 'not valid'],
  ] as const) {
    const { page, close } = await walk(null, { locale })
    await page.goto('/t/dgl_510116_00000000-0000-4000-8000-000000000000_nothing')
    await page.getByText(words).waitFor()
    await close()
  }
})
