import { expect, test } from 'vitest'
import { audit, walk } from './walker.ts'

const drawing = new URL('../../fixtures/ingest/derived_roads_z35.dxf', import.meta.url).pathname
const digs = [
  '项目名称,开工日期,完工日期,宽度,wkt',
  '甲,2026-12-01,2026-12-20,2,"LINESTRING(103.92 30.57,103.921 30.571)"',
  '乙,2026-13-01,2026-12-20,2,"LINESTRING(103.92 30.57,103.921 30.571)"',
].join('\n')

test('a planner imports a drawing that does not say where it lies, and reads why a table was refused', async () => {
  const { page, errors, close } = await walk('沈越')
  await page.goto('/imports')
  const file = page.locator('.imports-drop input')
  await file.setInputFiles(drawing)
  await page.getByLabel('目标').selectOption('roads')
  await page.locator('.imports-suggestions button').first().click()
  await page.getByRole('region', { name: '前几行' }).waitFor()
  expect(await audit(page)).toEqual([])
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('已完成').first().waitFor()
  await expect.poll(() => page.locator('.imports-counts dd').allTextContents()).toEqual(['80', '80', '0'])

  await page.getByRole('button', { name: '返回' }).click()
  await file.setInputFiles({ name: 'digs.csv', mimeType: 'text/csv', buffer: Buffer.from(digs) })
  await page.getByLabel('目标').selectOption('projects')
  await page.locator('.imports-suggestions button').first().click()
  await page.locator('.imports-columns').waitFor()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.locator('.imports-errors li').waitFor()
  expect(await page.locator('.imports-errors li').innerText()).toContain('2026-13-01')
  expect(await page.locator('.imports-counts dd').allTextContents()).toEqual(['2', '0', '1'])
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})
