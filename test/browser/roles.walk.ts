import { expect, test } from 'vitest'
import { audit, looks, settled, walk, type Walker } from './walker.ts'

/** Who steps in by which card, and what their first screen must hold. */
const people = [
  ['Zhou Yan', '周岩', '.rows .row'],
  ['Xu Min', '许敏', '.rows .row'],
  ['Luo Jian', '罗建', '.rows .row'],
  ['Gao Ning', '高宁', '.rows .row'],
  ['Jiang Lan', '江澜', '.rows .row'],
  ['Lei Yi', '雷毅', '.rows .row'],
  ['Ding Ying', '丁颖', '#panel input'],
  ['Shen Yue', '沈越', '#panel button'],
  ['Yan Zheng', '严正', '.history li'],
  ['Guan Ping', '管平', '.rail button'],
  ['A citizen', null, '.rows .row'],
] as const

test.each(people)(
  '%s steps in from the start page: the first screen is whole in English in the dark and in Chinese by day',
  async (card, name, content) => {
    const walker = await walk(null, { locale: 'en' })
    const { page, errors, close } = walker
    await page.goto('/')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${card}`) })
      .press('Enter')
    await page.locator(content).first().waitFor()
    if (name) await page.locator('.who summary', { hasText: card }).waitFor()
    await page.getByRole('button', { name: 'Dark' }).click()
    await expectWhole(walker, `${card}, English, dark`)
    expect(await chineseChrome(walker)).toEqual([])

    await page.getByRole('button', { name: '中文' }).click()
    if (name) await page.locator('.who summary', { hasText: name }).waitFor()
    await page.locator('html[lang=zh-CN]').waitFor()
    await page.getByRole('button', { name: '浅色' }).click()
    await expectWhole(walker, `${card}, Chinese`)
    expect(errors).toEqual([])
    await close()
  },
)

test('who steps in by a card sees their own map: the authority what is being permitted, the public after them not', async () => {
  const { page, errors, close } = await walk(null)
  await page.goto('/digs')
  const permitting = page.getByRole('button', { name: /^审批中/ })
  await page.getByRole('button', { name: /^施工中 [1-9]/ }).waitFor()
  expect(await permitting.innerText()).toMatch(/\b0$/)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^许敏/ }).click()
  await permitting.filter({ hasText: /[1-9]/ }).waitFor()
  await page.locator('.who summary').click()
  await page.getByRole('button', { name: '退出' }).click()
  await permitting.filter({ hasText: /\b0$/ }).waitFor()
  expect(errors).toEqual([])
  await close()
})

test('the inspector’s first screen fits a phone: nothing is wider than it, and every control has a name', async () => {
  const walker = await walk('周岩', { width: 390, height: 844 })
  const { page, errors, close } = walker
  await page.goto('/')
  await page.locator('.rows .row').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await expectWhole(walker, 'inspector, phone')
  await page.locator('.rows .row').first().click()
  await page.getByRole('button', { name: '记录检查' }).click()
  await page.getByRole('form', { name: '记录检查' }).waitFor()
  await expectWhole(walker, 'inspector, phone, visit')
  expect(errors).toEqual([])
  await close()
})

/** axe finds nothing, and no key of the catalogues stands where its words should. Leaves a picture. */
async function expectWhole({ page }: Walker, name: string): Promise<void> {
  // a login looks like a key, and is none
  const text = await page.evaluate(() => {
    const logins = [...document.querySelectorAll<HTMLElement>('.login')].map((login) => login.innerText)
    return logins.reduce((rest, login) => rest.replaceAll(login, ''), document.body.innerText)
  })
  // colours fade from one theme to the other
  await settled(page)
  await page.screenshot({ path: `${looks}${name}.png` })
  const keys = text.match(/\b[a-z_]+(?:\.[a-z_]+)+\b/g) ?? []
  expect([name, keys]).toEqual([name, []])
  expect([name, await audit(page)]).toEqual([name, []])
}

/** Chinese on an English page, where it is not the name of a place, a dig, an organisation or a person. */
async function chineseChrome({ page }: Walker): Promise<string[]> {
  return page.evaluate(() => {
    const named = '.row-title, .row-note, .link, .button[lang=zh-CN], .history, #panel li'
    const found: string[] = []
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
      const { textContent, parentElement } = words.currentNode
      if (/[\u4e00-\u9fff]/.test(textContent ?? '') && !parentElement?.closest(named)) found.push(textContent!)
    }
    return found
  })
}
