import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { APIRequestContext, Page } from 'playwright-core'
import { audit, walk } from './walker.ts'

const folder = process.env.PICTURES ?? ''
/** Pictures to look at, when a folder for them is given. */
async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** A trench of 40 m across a road of the demo that was handed over lately: the middle of its axis, and the trench's ends. */
async function newRoad(request: APIRequestContext) {
  const { today } = await (await request.get('/api/session')).json()
  const since = `${Number(today.slice(0, 4)) - 3}-01-01`
  const answer = await request.post('/api/areas/query', {
    data: {
      area: { bbox: [103.9, 30.5, 104, 30.6] },
      collections: ['roads'],
      filter: `handed_over_on > DATE('${since}')`,
      limit: 1,
    },
  })
  const [road] = (await answer.json()).collections[0].features
  const line = (road.geometry.type === 'LineString' ? road.geometry.coordinates : road.geometry.coordinates[0]) as [
    number,
    number,
  ][]
  const [[x1, y1], [x2, y2]] = [line[0]!, line[1]!]
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
  const long = Math.hypot(x2 - x1, y2 - y1)
  const [nx, ny] = [(-(y2 - y1) / long) * 0.0002, ((x2 - x1) / long) * 0.0002]
  const round = (degrees: number) => degrees.toFixed(7)
  return {
    name: road.properties.name as string,
    at: `${y}/${x}`,
    corners: `${round(x - nx)},${round(y - ny)} ${round(x + nx)},${round(y + ny)}`,
  }
}

async function give(
  page: Page,
  corners: string,
  words: { figures: string; corners: string; take: string; ask: string },
) {
  await page.getByText(words.figures).click()
  await page.getByLabel(words.corners).fill(corners)
  await page.getByRole('button', { name: words.take, exact: true }).click()
  await page.getByRole('button', { name: words.ask }).click()
}
const zh = { figures: '不绘图，直接填坐标', corners: /经度,纬度/ as never as string, take: '采用', ask: '开始体检' }
const en = { figures: 'Give coordinates instead', corners: /lon,lat/ as never as string, take: 'Take', ask: 'Check up' }

test('a promoter draws a line, reads when each road may be dug and by which rule, and registers what was checked as a plan', async () => {
  const { page, context, errors, close } = await walk('罗建')
  const road = await newRoad(context.request)
  await page.goto(`/checkup?map=16.50/${road.at}`)
  await page.getByText('画一条线或一块面').waitFor()
  await page.getByRole('button', { name: '线', exact: true }).click()
  await page.getByText('逐点单击，双击结束').waitFor()
  const panel = (await page.getByRole('complementary', { name: '动土体检' }).boundingBox())!
  const middle = { x: (panel.x + panel.width + 1440) / 2, y: 450 }
  await page.mouse.click(middle.x - 120, middle.y - 110)
  await page.mouse.move(middle.x + 40, middle.y + 60, { steps: 4 })
  await page.mouse.dblclick(middle.x + 120, middle.y + 110)
  await page.getByText('范围已定').waitFor()
  await page.getByRole('button', { name: '开始体检' }).click()
  const report = page.getByRole('region', { name: '体检结果' })
  await report.getByRole('heading', { name: /逐路段/ }).waitFor()
  await give(page, road.corners, zh)
  await report
    .getByRole('button', { name: new RegExp(road.name) })
    .first()
    .waitFor()
  await report
    .getByText(/年内禁挖/)
    .first()
    .waitFor()
  await report.getByText('须县级以上政府批准').first().waitFor()
  await report.getByText('县级以上人民政府批准', { exact: false }).first().waitFor()
  await picture(page, 'promoter-zh')
  expect(await audit(page)).toEqual([])
  await report
    .getByRole('button', { name: new RegExp(road.name) })
    .first()
    .focus()
  await page.getByLabel('项目名称').fill('体检登记的给水管')
  await picture(page, 'promoter-zh-2')
  await page.getByRole('button', { name: '登记为计划' }).click()
  await page.getByRole('complementary', { name: '动土项目' }).waitFor()
  await page.getByRole('tab', { name: '限制' }).click()
  await page
    .getByText(/禁挖至/)
    .first()
    .waitFor()
  await picture(page, 'dig-zh')
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('a citizen may check up as well, in English and by keyboard, and learns of kinds of pipes only', async () => {
  const { page, context, errors, close } = await walk(null, { locale: 'en' })
  const road = await newRoad(context.request)
  await page.goto(`/checkup?map=16.50/${road.at}`)
  await page.getByText(en.figures).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type(road.corners)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('The ground is chosen').waitFor()
  await page.getByLabel('Trench width (m)').focus()
  await page.keyboard.press('Enter')
  const report = page.getByRole('region', { name: 'Result of the check-up' })
  await report.getByText('Where pipes lie is not public', { exact: false }).waitFor()
  await report.getByText('County government must approve').first().waitFor()
  expect(await report.getByText('nearest', { exact: false }).count()).toBe(0)
  await picture(page, 'public-en')
  await report.getByText('Fee estimate').scrollIntoViewIfNeeded()
  await picture(page, 'public-en-2')
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})

test('a shape that cannot be a dig is refused with words that say what to do', async () => {
  const { page, close } = await walk(null)
  await page.goto('/checkup')
  await give(page, '103.9,30.5 104.9,30.5', zh)
  await page.getByText(/跨度/).first().waitFor()
  await picture(page, 'refused-zh')
  await close()
})

test('the authority declares a blackout period, sees it, ends it with a reason; holds a promoter and lifts the hold', async () => {
  const { page, context, errors, close } = await walk('许敏')
  await page.goto('/restrictions')
  await page.getByRole('button', { name: '设定停工期' }).click()
  await page.getByLabel('名称（中文）').fill('马拉松管控')
  await page.getByLabel('名称（英文）').fill('Marathon')
  await page.getByLabel('依据').fill('通告 1 号')
  await page.getByLabel('开始', { exact: true }).fill('2031-05-01')
  await page.getByLabel('最后一天').fill('2031-05-02')
  await picture(page, 'declare-zh')
  await page.getByRole('button', { name: '确认设定停工期' }).click()
  const row = page.getByRole('listitem').filter({ hasText: '马拉松管控' })
  await row.waitFor()
  await picture(page, 'restrictions-zh')
  expect(await audit(page)).toEqual([])
  await row.getByRole('button', { name: '提前结束' }).click()
  await page.getByLabel('理由').fill('活动取消')
  await page.getByRole('button', { name: '确认提前结束' }).click()
  await row.getByText('活动取消').waitFor()

  const { projects } = await (await context.request.get('/api/projects?stage=planned&limit=1')).json()
  await page.goto(`/?sel=${projects[0].id}`)
  await page.getByRole('tab', { name: '限制' }).click()
  await page.getByRole('button', { name: '暂缓办理该建设单位' }).click()
  await page.getByLabel('理由').fill('两次整改逾期')
  await page.getByRole('button', { name: '确认暂缓办理该建设单位' }).click()
  await page.getByText('两次整改逾期').first().waitFor()
  await page.getByRole('tab', { name: '概况' }).click()
  await page.getByRole('note').getByText('两次整改逾期').waitFor()
  await picture(page, 'held-zh')
  expect(await audit(page)).toEqual([])
  await page.getByRole('tab', { name: '限制' }).click()
  await page.getByRole('button', { name: '解除暂缓' }).click()
  await page.getByLabel('理由').fill('已整改')
  await page.getByRole('button', { name: '确认解除暂缓' }).click()
  await page.getByText('没有暂缓办理').waitFor()
  expect(errors).toEqual([])
  await close()
})

test('the no-dig roads are hatched with the years that are left, and the layer list says what the colours mean', async () => {
  const { page, context, errors, close } = await walk('沈越', { locale: 'en' })
  const road = await newRoad(context.request)
  await page.goto(`/checkup?map=15.00/${road.at}`)
  await page.getByRole('button', { name: 'Layers' }).click()
  await page.getByText('over 3 years left').waitFor()
  await page.waitForLoadState('networkidle')
  await picture(page, 'layer-en')
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})
