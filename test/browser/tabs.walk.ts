import { expect, test } from 'vitest'
import { audit, looks, walk } from './walker.ts'

test('every tab of a dig whose guarantee runs can be read by the authority and by arrow keys, in both languages', async () => {
  for (const [locale, first, geometry, fees] of [
    ['zh-CN', '概况', '几何', '费用与保修'],
    ['en', 'Overview', 'Geometry', 'Fees and guarantee'],
  ] as const) {
    const { page, context, errors, close } = await walk('许敏', { locale })
    const { projects } = await (await context.request.get('/api/projects?stage=guarantee&limit=1')).json()
    await page.goto(`/digs?sel=${projects[0].id}`)
    const tabs = page.getByRole('tablist').getByRole('tab')
    await page.getByRole('tab', { name: first, exact: true }).focus()
    const names = await tabs.allTextContents()
    expect(names).toContain(geometry)
    for (const name of names) {
      await page.getByRole('tabpanel', { name, exact: true }).waitFor()
      await page.getByRole('status', { name: /正在载入|Loading/ }).waitFor({ state: 'detached' })
      expect([name, await audit(page)]).toEqual([name, []])
      if (name === geometry || name === fees) await page.screenshot({ path: `${looks}${name}, ${locale}.png` })
      await page.keyboard.press('ArrowRight')
    }
    expect(errors).toEqual([])
    await close()
  }
})
