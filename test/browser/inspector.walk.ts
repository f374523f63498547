import { expect, test } from 'vitest'
import { audit, looks, walk } from './walker.ts'

/** The smallest PNG: one pixel. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('the inspector records a visit with a photo and one finding; the rectification with its deadline is there, and in a second window without reload', async () => {
  const other = await walk('许敏')
  const { page, errors, close } = await walk('周岩')
  await page.goto('/')
  await page.getByRole('complementary', { name: '今日待办' }).getByRole('listitem').first().getByRole('button').click()
  const dig = page.getByRole('complementary', { name: '动土项目' })
  await dig.getByText('DP-510116-2026-000123', { exact: true }).waitFor()
  expect(await dig.getByRole('region', { name: /^工段/ }).getByRole('listitem').count()).toBe(3)
  await other.page.goto(new URL(page.url()).pathname.replace('desk', 'digs') + new URL(page.url()).search)
  await other.page.getByText('DP-510116-2026-000123').first().waitFor()

  await dig.getByRole('button', { name: '记录检查' }).click()
  const form = dig.getByRole('form', { name: '记录检查' })
  await form.getByRole('radio', { name: '不合格' }).check()
  await form.getByRole('checkbox', { name: '裸土未覆盖' }).check()
  await form.getByLabel('照片').setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer: photo })
  await form.getByRole('button', { name: '在图上点选' }).click()
  await form.getByText('在地图上点一下').waitFor()
  await page.mouse.click(700, 300)
  await form.getByText(/距工段/).waitFor()
  expect(await audit(page)).toEqual([])
  await form.getByRole('button', { name: '确认' }).click()

  for (const window of [page, other.page]) {
    const visits = window.getByRole('region', { name: /^检查与整改/ })
    await visits
      .getByText(/整改期限 \d{4}-\d{2}-\d{2}/)
      .first()
      .waitFor()
    await visits.getByText('裸土未覆盖').first().waitFor()
  }
  await dig
    .getByRole('button', { name: /整改期限/ })
    .first()
    .click()
  const order = page.getByRole('complementary', { name: '整改' })
  await order.getByRole('button', { name: '复查' }).waitFor()
  await order.getByRole('button', { name: '查看检查' }).click()
  await page.getByRole('img', { name: 'site.png' }).waitFor()
  expect(await audit(page)).toEqual([])
  expect([errors, other.errors]).toEqual([[], []])
  await other.close()
  await close()
})

test('the inspector reads what is to be seen today and why, orders it as a round, and goes to the first place; in English too', async () => {
  for (const [locale, panel, round, record] of [
    ['zh-CN', '检查', '按路线排', '记录检查'],
    ['en', 'Inspections', 'In order of the round', 'Record an inspection'],
  ] as const) {
    const { page, errors, close } = await walk('周岩', { locale, width: 390, height: 844 })
    await page.goto('/inspections')
    const list = page.getByRole('complementary', { name: panel })
    await list.locator('.row').first().waitFor()
    await list.getByRole('button', { name: round }).click()
    await list.getByRole('status').getByText(/km/).waitFor()
    await list.locator('.row-title', { hasText: /^1\. / }).waitFor()
    await page.screenshot({ path: `${looks}plan of visits, ${locale}.png` })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await audit(page)).toEqual([])
    await list.locator('.row').first().click()
    await page.getByRole('button', { name: record }).waitFor()
    expect(errors).toEqual([])
    await close()
  }
})

test('a re-inspection that passes clears the rectification; the list of open ones says so', async () => {
  const { page, errors, close } = await walk('周岩')
  await page.goto('/inspections')
  const open = page.getByRole('complementary', { name: '检查' })
  await open.getByRole('tab', { name: '整改' }).click()
  const row = open.getByRole('button').filter({ hasText: 'DP-510116-2026-000123' })
  await row.first().click()
  const order = page.getByRole('complementary', { name: '整改' })
  await order.getByRole('button', { name: '复查' }).click()
  await order.getByRole('radio', { name: '合格', exact: true }).check()
  await order.getByRole('button', { name: '确认' }).click()
  await order.getByText('已销号').first().waitFor()
  await row.waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await close()
})
