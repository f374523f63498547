import { expect, test } from 'vitest'
import { audit, base, walk } from './walker.ts'

const phone = { width: 390, height: 844 }
const nobody = 'per_510116_00000000-0000-4000-8000-000000000000'

const digOf = async (stage: string): Promise<string> =>
  (await (await fetch(`${base()}/api/projects?stage=${stage}&limit=1`)).json()).projects[0].id

test('who scans the code of a site board sees on a phone, without an account and in both languages, whether a permit stands', async () => {
  const { page, errors, close } = await walk(null, phone)
  page.setDefaultTimeout(60_000)
  await page.goto(`/?check=${await digOf('permitted')}`)
  await page.locator('.check-verdict').waitFor()
  expect(await page.locator('.check-verdict').getAttribute('data-verdict')).toMatch(/^(valid|not_yet)$/)
  await page.getByText('许可期限').waitFor()
  expect(await page.locator('a[href^="tel:"]').getAttribute('href')).toBe('tel:12345')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  expect(await audit(page)).toEqual([])
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Promoter').waitFor()
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('a code that is not ours is red, says so, and gives the number to report it', async () => {
  const { page, errors, close } = await walk(null, { ...phone, locale: 'en' })
  await page.goto(`/?check=${nobody}`)
  await page.getByRole('heading', { name: 'Not a permit of this platform' }).waitFor()
  expect(await page.locator('.check-verdict').getAttribute('data-look')).toBe('wrong')
  await page.getByRole('link', { name: 'Report it now: 12345' }).waitFor()
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('the authority has the papers of an older dig printed, opens one by keyboard, and gets the board and the day’s report', async () => {
  const { page, context, errors, close } = await walk('许敏')
  page.setDefaultTimeout(60_000)
  // the district has two authorities: a dig that is hers to decide
  const { projects } = await (await context.request.get('/api/projects?stage=permitted&limit=50')).json()
  let id = ''
  for (const dig of projects as { id: string }[])
    if ((await (await context.request.get(`/api/projects/${dig.id}/documents`)).json()).may_produce) id ||= dig.id
  await page.goto(`/desk?sel=${id}`)
  const daily = await page.getByRole('link', { name: '今日动土日报', exact: true }).getAttribute('href')
  const report = await context.request.get(daily!)
  expect(report.headers()['content-type']).toBe('application/pdf')
  expect((await report.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const table = await context.request.get('/api/reports/daily?format=csv')
  expect(await table.text()).toContain('合计')

  await page.getByRole('tab', { name: '文件' }).click()
  await page.getByRole('button', { name: /补制 \d+ 份文书/ }).click()
  const permit = page.locator('.papers li[data-kind=permit] a').first()
  await permit.waitFor()
  expect(await audit(page)).toEqual([])
  await permit.focus()
  const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')])
  await opened.close()
  const paper = await context.request.get((await permit.getAttribute('href'))!)
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const board = await page.getByRole('link', { name: '工地公示牌' }).getAttribute('href')
  expect((await (await context.request.get(board!)).body()).subarray(0, 5).toString()).toBe('%PDF-')
  expect(errors).toEqual([])
  await close()
})
