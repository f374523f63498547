import { expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { audit, looks, walk } from './walker.ts'

/** The smallest PNG: one pixel. */
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const phone = { width: 390, height: 844 } as const
const look = async (page: Page, name: string) => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await audit(page), name).toEqual([])
  await page.screenshot({ path: `${looks}petitions, ${name}.png` })
}
/** The requests' panel on a phone, and the one with this number opened in it. */
async function openOn(page: Page, reference: string): Promise<Locator> {
  await page.goto('/petitions')
  await page.getByRole('listitem').filter({ hasText: reference }).first().getByRole('button').click()
  const panel = page.getByRole('complementary', { name: '诉求', exact: true }).last()
  await panel.getByRole('heading', { name: '诉求内容' }).waitFor()
  return panel
}

test('on a phone a citizen sees what is dug near, asks for something by it and follows the link; the authority grades and dispatches, the unit answers, a third party judges, and the public figure moves', async () => {
  const citizen = await walk(null, phone)
  const { page, context } = citizen
  const { projects } = await (await context.request.get('/api/projects?stage=in_progress&limit=50')).json()
  const dig = projects.find(({ name }: { name: string }) => !/"/.test(name))
  const [longitude, latitude] = dig.centre.coordinates
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ longitude, latitude, accuracy: 15 })
  await page.goto('/near')
  await page.getByText('先选一个位置').waitFor()
  await page.getByRole('complementary', { name: '附近在挖什么' }).getByRole('button', { name: '我的位置' }).click()
  const near = page.getByRole('region', { name: '附近的动土' })
  const row = near.getByRole('listitem').filter({ hasText: dig.name }).first()
  await row.getByText(/计划到/).waitFor()
  await look(page, 'near me, zh-CN')
  const closedRate = () => page.locator('.near-figures dd').nth(1).innerText()
  const before = await closedRate()
  await page.locator('.near-figures').scrollIntoViewIfNeeded()
  await look(page, 'near me, the figures')

  await row.getByRole('button', { name: /^就此提诉求/ }).click()
  const form = page.getByRole('form', { name: '提诉求' })
  await form.getByText(dig.name).waitFor()
  await form.getByLabel('是哪一类').selectOption('night_noise')
  await form.getByLabel('请说明情况和要求').fill('夜里两点还在破路')
  await form.locator('input[type=file]').setInputFiles({ name: 'night.png', mimeType: 'image/png', buffer: photo })
  await form.getByRole('textbox', { name: '电话', exact: true }).fill('13800138000')
  await look(page, 'the form')
  await form.getByRole('button', { name: '提交', exact: true }).click()
  const thanks = page.getByRole('status').filter({ hasText: '已收到' })
  const reference = await thanks.locator('b.mono').innerText()
  const link = await thanks.locator('input').inputValue()
  await look(page, 'taken in')
  await page.goto(link)
  await page.getByText('已收到，等待分级').waitFor()
  await look(page, 'followed')

  const authority = await walk('许敏', phone)
  let panel = await openOn(authority.page, reference)
  await look(authority.page, 'at the authority')
  await panel.getByRole('button', { name: '分级' }).click()
  await panel.getByRole('combobox').selectOption('3')
  await panel.getByRole('button', { name: '确认分级' }).click()
  await panel.getByRole('button', { name: '派单', exact: true }).click()
  const unit = await walk('罗建', phone)
  const judge = await walk('严正', phone)
  const office = async ({ context: at }: typeof unit) =>
    (await (await at.request.get('/api/session')).json()).organisation_id as string
  const dispatch = panel.getByRole('form', { name: '派单' })
  await dispatch
    .getByRole('combobox')
    .nth(0)
    .selectOption(await office(unit))
  await dispatch
    .getByRole('combobox')
    .nth(1)
    .selectOption(await office(judge))
  await look(authority.page, 'dispatching')
  await dispatch.getByRole('button', { name: '确认派单' }).click()
  await panel.getByText('办理中').first().waitFor()

  panel = await openOn(unit.page, reference)
  expect(await panel.innerText()).not.toMatch(/13800138000|联系诉求人/)
  await panel.getByRole('button', { name: '答复' }).click()
  await panel.getByRole('textbox', { name: '答复' }).fill('已调整至晚十点前停工')
  await panel.locator('input[type=file]').setInputFiles({ name: 'order.png', mimeType: 'image/png', buffer: photo })
  await look(unit.page, 'answering')
  await panel.getByRole('button', { name: '确认答复' }).click()
  await panel.getByText('已答复，待回访').first().waitFor()

  await page.reload()
  await page.getByText('已调整至晚十点前停工').waitFor()
  await look(page, 'answered, by the link')
  await page.getByRole('button', { name: '满意', exact: true }).click()
  await page.getByText('您的评价：满意').waitFor()

  panel = await openOn(judge.page, reference)
  await panel.getByLabel(/查看理由/).fill('回访')
  await panel.getByRole('button', { name: '查看联系方式' }).click()
  await panel.getByText('13800138000').waitFor()
  await panel.getByRole('button', { name: '回访评判' }).click()
  await panel.getByRole('combobox').selectOption('satisfied')
  await look(judge.page, 'judging')
  await panel.getByRole('button', { name: '确认回访评判' }).click()
  await panel.getByText('已评判').first().waitFor()

  panel = await openOn(authority.page, reference)
  await panel.getByRole('button', { name: '办结' }).click()
  await panel.getByRole('button', { name: '确认办结' }).click()
  await panel.getByText('已办结').first().waitFor()
  await page.goto('/near')
  await page.locator('.near-figures').waitFor()
  expect(await closedRate()).not.toBe(before)
  for (const { errors, close } of [citizen, authority, unit, judge]) {
    expect(errors).toEqual([])
    await close()
  }
})

test('in English too: what is dug near me, found by the name of a road, and nothing where nobody digs', async () => {
  const { page, errors, close } = await walk(null, { ...phone, locale: 'en' })
  await page.goto('/near')
  await page.getByRole('textbox', { name: 'Search a place or a road' }).fill('云杉路')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByRole('list', { name: 'Places found' }).getByRole('button').first().click()
  await page.getByRole('region', { name: 'Digs near here' }).waitFor()
  await look(page, 'near me, en')
  await page.goto('/near?at=103.9302,30.5312')
  await page.getByRole('radio', { name: '200 m' }).check()
  await page.getByText('Nothing is being dug within this distance').waitFor()
  await look(page, 'nothing near, en')
  await page.goto('/petition?at=103.9302,30.5312')
  await page.getByRole('form', { name: 'Ask for something around a dig' }).waitFor()
  await look(page, 'the form, en')
  expect(errors).toEqual([])
  await close()
})

test('the office on a wide screen: the list with its filters and cards, the desk, a dig’s own requests, the board', async () => {
  const { page, errors, close } = await walk('许敏')
  await page.goto('/petitions')
  const list = page.getByRole('complementary', { name: '诉求' }).first()
  await list.getByRole('listitem').first().waitFor()
  await list.getByRole('combobox').nth(3).selectOption('red')
  await list.getByRole('listitem').filter({ hasText: '已答复' }).first().getByRole('button').click()
  await page.getByRole('heading', { name: '派单与答复' }).waitFor()
  expect(await audit(page)).toEqual([])
  await page.screenshot({ path: `${looks}petitions, the list, zh-CN.png` })
  await page.goto('/figures')
  await page.getByRole('heading', { name: '诉求满意率' }).scrollIntoViewIfNeeded()
  expect(await audit(page)).toEqual([])
  await page.screenshot({ path: `${looks}petitions, the board, zh-CN.png` })
  expect(errors).toEqual([])
  await close()
})
