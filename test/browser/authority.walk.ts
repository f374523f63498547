import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { demoFolder, startServer } from './server.ts'
import { audit, base, walk } from './walker.ts'

test('the yellow application turns red after two working days, names the authority, and the grant tells the promoter', async () => {
  // turning the clock changes the day for everybody: on a server of its own
  const folder = demoFolder()
  const own = await startServer(folder)
  const { page, context, errors, close } = await walk('许敏', { server: own.base })
  await page.goto('/')
  const yellow = page.locator('.row[data-card=yellow]').first()
  const title = await yellow.locator('.row-title').innerText()
  for (let day = 0; day < 2; day++) {
    const before = await (await context.request.get('/api/session')).json()
    await page.getByRole('button', { name: /\+1/ }).click()
    await expect
      .poll(async () => (await (await context.request.get('/api/session')).json()).today, { timeout: 60_000 })
      .not.toBe(before.today)
  }
  const red = page.locator('.row[data-card=red]', { hasText: title })
  await red.waitFor()
  await red.click()
  await page.getByText('红牌 · 审批机关').first().waitFor()
  expect(await audit(page)).toEqual([])
  await page.getByRole('button', { name: '准予', exact: true }).click()
  await page.getByRole('button', { name: '确认准予' }).click()
  await page.locator('.row[data-card=red]', { hasText: title }).waitFor({ state: 'detached' })
  await expect
    .poll(async () => JSON.stringify(await (await context.request.get('/api/demo/messages')).json()), {
      timeout: 30_000,
    })
    .toContain('已准予许可')
  expect(errors).toEqual([])
  await close()
  await own.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

test('the auditor verifies the chain with one press, and it holds', async () => {
  const { page, errors, close } = await walk('严正')
  await page.goto('/')
  await page.getByRole('button', { name: '核验记录链' }).click()
  await page.locator('.audit-verdict[data-intact=true]').nth(1).waitFor({ timeout: 60_000 })
  // the button fades back in; axe reads colours as they are at that moment
  await expect
    .poll(() => page.getByRole('button', { name: '核验记录链' }).evaluate((button) => getComputedStyle(button).opacity))
    .toBe('1')
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('a citizen sees what is dug, until when and by whom; no pipes and no person', async () => {
  const digs = (await (await fetch(`${base()}/api/projects?stage=in_progress&limit=1`)).json()).projects
  const dig = await (await fetch(`${base()}/api/projects/${digs[0].id}`)).json()
  expect(dig).toMatchObject({
    stage: 'in_progress',
    promoter_name: expect.any(String),
    planned_to: expect.any(String),
    clocks: [],
    documents: [],
    actions: [],
  })
  const [lon, lat] = digs[0].centre.coordinates as [number, number]
  const n = 2 ** 15
  const y = Math.floor(
    ((1 - Math.log(Math.tan((lat * Math.PI) / 180) + 1 / Math.cos((lat * Math.PI) / 180)) / Math.PI) / 2) * n,
  )
  expect((await fetch(`${base()}/tiles/networks/15/${Math.floor(((lon + 180) / 360) * n)}/${y}`)).status).toBe(204)
})

test('the traffic police find the dig that takes carriageway on their desk, and consent from its panel', async () => {
  const { page, errors, close } = await walk('钟卫')
  await page.goto('/')
  const asked = page.locator('.row', { hasText: '交警会签' })
  await asked.first().waitFor()
  const waiting = await asked.count()
  await asked.first().click()
  await page.getByRole('button', { name: '会签同意', exact: true }).click()
  await page.getByRole('button', { name: '确认会签同意' }).click()
  await expect.poll(() => asked.count(), { timeout: 30_000 }).toBe(waiting - 1)
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})
