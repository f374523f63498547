import { expect, test } from 'vitest'
import { audit, walk } from './walker.ts'

const dig = 'DP-510116-2026-000123'

test('罗建 finds his dig among his own with what comes next; a greyed button says why, by keyboard too, in both languages', async () => {
  for (const [locale, complete, why, next] of [
    ['zh-CN', '完工', '还有工段没有回填', '下一步：完工'],
    ['en', 'Complete', 'A site is still open', 'next: complete'],
  ] as const) {
    const { page, errors, close } = await walk('罗建', { locale })
    await page.goto('/')
    const row = page.getByRole('listitem').filter({ hasText: dig })
    await row.getByText(next).waitFor()
    await row.getByRole('button').click()
    const off = page.getByRole('button', { name: complete, exact: true })
    await off.waitFor()
    expect(await off.getAttribute('aria-disabled')).toBe('true')
    await off.focus()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    const reason = await page.evaluate(() => {
      const focused = document.activeElement!
      return [focused.textContent, document.getElementById(focused.getAttribute('aria-describedby')!)!.textContent]
    })
    expect(reason).toEqual([complete, why])
    await page.getByText(why, { exact: true }).waitFor()
    // pressing it does nothing
    await page.keyboard.press('Enter')
    expect(await page.getByRole('form').count()).toBe(0)
    expect(await audit(page)).toEqual([])
    expect(errors).toEqual([])
    await close()
  }
})

test('罗建 makes a move that he may make, by keyboard alone, and sees it', async () => {
  const { page, context, errors, close } = await walk('罗建')
  const { projects } = await (await context.request.get('/api/projects?mine=true&stage=planned&limit=50')).json()
  // building works first run their stages of approvals: approvals.walk.ts
  const plan = projects.find(({ kind }: { kind: string }) => kind !== 'building_works')
  await page.goto(`/mine?sel=${plan.id}`)
  await page.locator('.project-tags', { hasText: '计划' }).waitFor()
  await page.getByRole('button', { name: '提交申请', exact: true }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('form')
  await form.waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '提交申请', exact: true }).press('Enter')
  await page.getByRole('button', { name: '确认提交申请' }).press('Enter')
  await page.locator('.project-tags', { hasText: '审批中' }).waitFor()
  await page.getByRole('listitem').filter({ hasText: plan.reference }).getByText('等审批机关决定').waitFor()
  expect(await audit(page)).toEqual([])
  expect(errors).toEqual([])
  await close()
})
