import { expect, test } from 'vitest'
import { walk } from './walker.ts'

test('the start page asks who you are today, and shows one card per person, in both languages', async () => {
  for (const [locale, question, person] of [
    ['zh-CN', '今天您是谁', '周岩'],
    ['en', 'Who are you today', 'Zhou Yan'],
  ] as const) {
    const { page, errors, close } = await walk(null, { locale })
    await page.goto('/')
    await page.getByText(question).waitFor()
    await page.getByRole('dialog').getByText(person).first().waitFor()
    expect(errors).toEqual([])
    await close()
  }
})

test("the inspector's first screen holds the matters of the day; the first row leads to the dig on the map", async () => {
  const { page, errors, close } = await walk('周岩')
  await page.goto('/')
  await page.getByText('云杉路燃气管改造').first().click()
  await page.getByText('DP-510116-2026-000123').first().waitFor()
  expect(page.url()).toMatch(/prj_510116_/)
  expect(errors).toEqual([])
  await close()
})
