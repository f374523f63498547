import { readFileSync, rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoFolder, startServer, type Started } from './server.ts'
import { audit, looks, walk, type Walker } from './walker.ts'

// The clock is turned: on a server of its own.
const folder = demoFolder()
let own: Started
beforeAll(async () => {
  own = await startServer(folder)
})
afterAll(async () => {
  await own.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

type Locale = 'zh-CN' | 'en'
const catalogues = { 'zh-CN': wordsOf('zh-CN'), en: wordsOf('en') }

test('a permit from application to lapse, by keyboard, the builder in English and the authority in Chinese: a supplement, a pause, a grant taken back and given, a change, and the end of its time', async () => {
  const zh = catalogues['zh-CN']
  const en = catalogues.en
  const builder = await come('罗建', 'en')
  const authority = await come('许敏', 'zh-CN')
  const dig = await applied(builder, authority)
  await builder.page.goto(`/mine?sel=${dig}`)
  await authority.page.goto(`/desk?sel=${dig}`)

  await act(authority.page, zh, 'permit.request_supplement', { items: '交通组织方案' })
  await act(builder.page, en, 'permit.supplement')
  await act(authority.page, zh, 'permit.accept_application')
  await act(authority.page, zh, 'permit.start_special_procedure', {
    expected_until: await dayAfter(authority, 20),
    reason: '路面结构须检测',
  })
  await authority.page.getByText(zh('clock.state.paused')).first().waitFor()
  expect(await audit(authority.page)).toEqual([])
  await act(authority.page, zh, 'permit.end_special_procedure')
  await consentOf(dig)

  await act(authority.page, zh, 'permit.grant')
  await authority.page.locator('.toast-offer button').waitFor()
  await stage(authority.page, zh('stage.permitted'))
  expect(await audit(authority.page)).toEqual([])
  await authority.page.keyboard.press('u')
  await stage(authority.page, zh('stage.permitting'))
  await act(authority.page, zh, 'permit.grant')
  await stage(authority.page, zh('stage.permitted'))
  await stage(builder.page, en('stage.permitted'))
  await act(authority.page, zh, 'permit.deliver')

  const soon = await dayAfter(builder, 2)
  // the version that the delivery gave
  await builder.page.reload()
  await act(builder.page, en, 'change_request.submit', {
    reason: '提前结束',
    valid_from: await dayAfter(builder, 1),
    valid_to: soon,
    geometry: await movedGround(builder, dig),
  })
  await authority.page.getByRole('tab', { name: zh('project.window'), exact: true }).click()
  await authority.page.getByText(zh('window.asked_status.submitted'), { exact: true }).waitFor()
  await authority.page.getByText('地图上虚线').waitFor()
  expect(await audit(authority.page)).toEqual([])
  await authority.page.screenshot({ path: `${looks}a change of ground, asked.png` })
  await act(authority.page, zh, 'change_request.accept_application')
  await act(authority.page, zh, 'change_request.grant')
  await expect.poll(() => permitOf(builder, dig).then(({ valid_to }) => valid_to), { timeout: 30_000 }).toBe(soon)
  expect(await audit(builder.page)).toEqual([])

  await authority.context.request.post('/api/demo/clock/advance', { data: { working_days: 4 } })
  await stage(builder.page, en('stage.lapsed'))
  await stage(authority.page, zh('stage.lapsed'))
  expect(await audit(builder.page)).toEqual([])
  expect([builder.errors, authority.errors]).toEqual([[], []])
  await builder.close()
  await authority.close()
})

test('several applications are ticked by keyboard and answered with one reason, each told by itself, and all taken back by one key', async () => {
  const t = catalogues['zh-CN']
  const builder = await come('罗建', 'zh-CN')
  const authority = await come('许敏', 'zh-CN')
  const digs = [await applied(builder, authority), await applied(builder, authority)]
  const { page } = authority
  await page.goto('/desk?clock=permit.acceptance')
  await page.locator('.desk-group').first().waitFor()
  for (const dig of digs) {
    const { name } = await (await authority.context.request.get(`/api/projects/${dig}`)).json()
    const row = page.locator('.row', { hasText: name }).first()
    for (let i = 0; i < 60 && !(await row.evaluate((one) => one === document.activeElement)); i++)
      await page.keyboard.press('j')
    await page.keyboard.press('x')
    for (let i = 0; i < 60; i++) await page.keyboard.press('k')
  }
  await page.getByText('已选 2 件').waitFor()
  expect(await audit(page)).toEqual([])
  await press(page, t('action.permit.not_accept'))
  const form = page.getByRole('form')
  await form.getByLabel(t('field.reason')).pressSequentially('不属于本机关')
  await form.locator('button[type=submit]').focus()
  await page.keyboard.press('Enter')
  await page.getByText('2 件中办成 2 件').waitFor()
  expect(await audit(page)).toEqual([])
  await page.keyboard.press('u')
  await page.getByText('已撤回 2 件').waitFor()
  for (const dig of digs) expect((await permitOf(authority, dig)).status).toBe('submitted')
  expect(authority.errors).toEqual([])
  await builder.close()
  await authority.close()
})

test('on a phone a builder sees what is owed today, and for each dig what comes next and why not yet', async () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const t = catalogues[locale]
    const { page, errors, close } = await come('罗建', locale, { width: 390, height: 844 })
    await page.goto('/mine')
    await page.getByRole('region', { name: t('mine.owed') }).waitFor()
    await page.locator('.dig-next').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await audit(page)).toEqual([])
    expect(errors).toEqual([])
    await close()
  }
})

test('the administrator takes in a notice; what is wrong with it is told by its field, and a citizen reads why limits were passed', async () => {
  const admin = await come('管平', 'zh-CN')
  const { page } = admin
  await page.goto('/calendars')
  const text = page.getByLabel('通知内容（JSON）')
  await text.fill(
    JSON.stringify({
      jurisdiction: 'CN',
      year: 2027,
      published_on: '2026-11-20',
      known_until: '2026-12-31',
      notice: 'https://www.gov.cn/zhengce/',
      source: 'test',
      days: [],
    }),
  )
  const take = page.getByRole('button', { name: '导入下一年通知' })
  await take.press('Enter')
  await page.locator('.calendar-errors', { hasText: '/known_until' }).waitFor()
  expect(await audit(page)).toEqual([])
  await text.fill((await text.inputValue()).replace('"known_until":"2026-12-31"', '"known_until":"2027-12-31"'))
  await take.press('Enter')
  await page.locator('.calendar-list').first().getByText('2027', { exact: true }).waitFor()
  const citizen = await come(null, 'en')
  await citizen.page.goto('/explanations')
  await citizen.page.getByRole('status').first().waitFor()
  expect(await audit(citizen.page)).toEqual([])
  // the first asking is refused by its field: the browser notes the answer 422 by itself
  expect(admin.errors.filter((error) => !error.includes('422'))).toEqual([])
  expect(citizen.errors).toEqual([])
  await admin.close()
  await citizen.close()
})

async function come(
  who: string | null,
  locale: Locale,
  size: { width?: number; height?: number } = {},
): Promise<Walker> {
  const walker = await walk(who, { locale, server: own.base, ...size })
  walker.page.setDefaultTimeout(60_000)
  return walker
}

/** A dig of the builder's that this authority decides, with its application handed in. */
async function applied(builder: Walker, authority: Walker): Promise<string> {
  const { projects } = await (
    await builder.context.request.get('/api/projects?mine=true&stage=planned&limit=50')
  ).json()
  for (const { id } of projects as { id: string }[]) {
    // a road in its no-dig years asks for the approval of the county government: see checkup.walk.ts
    const { roads } = await (await builder.context.request.get(`/api/restrictions/projects/${id}`)).json()
    if (roads.length > 0) continue
    const answer = await builder.context.request.post(`/api/projects/${id}/apply`, { data: {} })
    if (!answer.ok()) continue
    const { actions } = await (await authority.context.request.get(`/api/projects/${id}`)).json()
    if (actions.some(({ name, allowed }: Offer) => name === 'permit.accept_application' && allowed)) return id
  }
  return filed(builder, authority)
}

/** When the demo's own are used up: a short trench where the authority decides another one. */
async function filed(builder: Walker, authority: Walker): Promise<string> {
  const { items } = await (await authority.context.request.get('/api/desk')).json()
  const [lng, lat] = (items as { permit: unknown; center: [number, number] }[]).find(({ permit }) => permit)!.center
  const filing = await builder.context.request.post('/api/projects', {
    data: {
      name: `步行桥头给水管 ${Math.round(performance.now())}`,
      kind: 'pipeline_works',
      geometry: {
        type: 'LineString',
        coordinates: [
          [lng, lat],
          [lng + 0.0002, lat],
        ],
      },
      width_m: 1,
      planned_from: await dayAfter(builder, 30),
      planned_to: await dayAfter(builder, 60),
    },
  })
  const { id } = await filing.json()
  await builder.context.request.post(`/api/projects/${id}/apply`, { data: {} })
  return id
}

type Offer = { name: string; allowed: boolean; href: string }

/** Where the traffic police were asked they consent: their own walk is authority.walk.ts. */
async function consentOf(dig: string): Promise<void> {
  const police = await come('钟卫', 'zh-CN')
  const { actions } = await (await police.context.request.get(`/api/projects/${dig}`)).json()
  const give = (actions as Offer[]).find(({ name }) => name === 'consent.give')
  if (give) await police.context.request.post(give.href, { data: {} })
  await police.close()
}

/** Makes a move of the open dig by keyboard alone: to its button, into its fields, and the form's own Enter. */
async function act(
  page: Page,
  t: (key: string) => string,
  name: string,
  fields: Record<string, string> = {},
): Promise<void> {
  await press(page, t(`action.${name}`))
  const form = page.getByRole('form', { name: t(`action.${name}`), exact: true })
  await form.waitFor()
  for (const [field, value] of Object.entries(fields)) {
    if (field === 'geometry') {
      const file = { name: 'ground.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(value) }
      await form.locator('input[type=file]').setInputFiles(file)
      await form.getByRole('status').waitFor()
      continue
    }
    const input = form.locator(`[name=${field}]`)
    await input.focus()
    if ((await input.getAttribute('type')) === 'date') await input.fill(value)
    else await page.keyboard.type(value)
  }
  await form.locator('button[type=submit]').focus()
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'detached' })
}

async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).and(page.locator(':not([aria-disabled=true])')).first()
  await button.focus()
  await page.keyboard.press('Enter')
}

const stage = (page: Page, word: string) => page.locator('.project-tags', { hasText: word }).waitFor()

async function dayAfter({ context }: Walker, days: number): Promise<string> {
  const { today } = await (await context.request.get('/api/session')).json()
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The ground of a dig two metres further east, as a file holds it. */
async function movedGround({ context }: Walker, dig: string): Promise<string> {
  const { geometry } = await (await context.request.get(`/api/projects/${dig}`)).json()
  const moved = JSON.stringify(geometry.coordinates, (_key, at) =>
    Array.isArray(at) && typeof at[0] === 'number' ? [at[0] + 0.00002, at[1]] : at,
  )
  return `{"type":"Feature","properties":{},"geometry":{"type":"${geometry.type}","coordinates":${moved}}}`
}

async function permitOf({ context }: Walker, dig: string): Promise<{ status: string; valid_to: string | null }> {
  const { events } = await (await context.request.get(`/api/projects/${dig}/history`)).json()
  const moved = (events as { subject_kind: string; subject_id: string }[]).findLast(
    (event) => event.subject_kind === 'permit',
  )!
  return (await context.request.get(`/api/permits/per_510116_${moved.subject_id}`)).json()
}

/** The words of the page in a language, by key. */
function wordsOf(locale: Locale): (key: string) => string {
  const tree = JSON.parse(readFileSync(`web/i18n/${locale}.json`, 'utf8')) as Record<string, unknown>
  return (key) => key.split('.').reduce((at: any, part) => at[part], tree) as string
}
