import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { audit, walk } from './walker.ts'

test('the planner draws a circle on 云杉路, asks for the last three years, reads how often it was dug, and takes the answer away as CSV', async () => {
  const { page, context, errors, close } = await walk('沈越')
  const answer = await context.request.get('/api/projects?limit=1&q=DP-510116-2026-000123')
  const [lng, lat] = (await answer.json()).projects[0].centre.coordinates as [number, number]
  await page.goto(`/areas?map=15.80/${lat}/${lng}`)
  await page.getByRole('button', { name: '近三年' }).click()

  const circle = page.getByRole('button', { name: '圆', exact: true })
  await circle.click()
  await page.getByText('单击圆心').waitFor()
  const panel = (await page.getByRole('complementary', { name: '区域查询' }).boundingBox())!
  const centre = { x: (panel.x + panel.width + 1440) / 2, y: 450 }
  await page.mouse.click(centre.x, centre.y)
  await page.mouse.move(centre.x + 120, centre.y, { steps: 4 })
  await page.mouse.move(centre.x + 260, centre.y, { steps: 4 })
  await page.mouse.click(centre.x + 260, centre.y)

  const road = page.getByRole('listitem').filter({ hasText: '云杉路' }).filter({ hasText: '三年内开挖 3 次' })
  await road.waitFor()
  expect(new URL(page.url()).searchParams.get('area')).toMatch(/^circle\/\d+\//)
  await page.getByRole('button', { name: /云杉路燃气管改造/ }).waitFor()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^dongtu-projects-\d{4}-\d{2}-\d{2}\.csv$/)
  expect(await readFile(await download.path(), 'utf8')).toContain('DP-510116-2026-000123')

  expect(await audit(page)).toEqual([])
  await page.getByRole('button', { name: /云杉路燃气管改造/ }).click()
  await page.getByRole('complementary', { name: '动土项目' }).waitFor()
  expect(errors).toEqual([])
  await close()
})

test('a link asks the same question again, in English as well', async () => {
  const { page, errors, close } = await walk('沈越', { locale: 'en' })
  await page.goto(`/areas?area=road/0/${encodeURIComponent('云杉路')}&in=projects,roads`)
  await page.getByRole('button', { name: 'Last three years' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Yunshan Road' })
    .filter({ hasText: 'dug three times in three years' })
    .waitFor()
  const address = page.url()
  await page.goto('about:blank')
  await page.goto(address)
  await page.getByRole('listitem').filter({ hasText: 'dug three times in three years' }).waitFor()
  expect(errors).toEqual([])
  await close()
})
