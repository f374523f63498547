import { rmSync } from 'node:fs'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { client, startIssuer } from '../accounts/issuer.ts'
import { newFolder, startServer } from './server.ts'
import { audit, walk } from './walker.ts'

const password = 'a horse of another colour'
const words = {
  'zh-CN': {
    organisation: '综合行政执法局(演示)',
    invite: '邀请人员',
    make: '生成邀请链接',
    link: '邀请链接',
    joins: '您受邀以“执法巡查”的身份加入综合行政执法局(演示)。',
    name: '姓名',
    login: '用户名',
    password: '密码',
    again: '再输一次密码',
    accept: '设置并登录',
    factor: '二次验证',
    later: '以后再说',
    desk: '今日待办',
    people: '人员',
    disable: '停用',
    disabled: '已停用',
    sign_out: '退出',
    sign_in: '登录',
    with_account: '用账号登录',
    wrong: '用户名或密码不对',
  },
  en: {
    organisation: 'Comprehensive Enforcement Bureau (demo)',
    invite: 'Invite somebody',
    make: 'Make the link',
    link: 'Invitation link',
    joins: 'You are invited to join Comprehensive Enforcement Bureau (demo) as Inspector.',
    name: 'Your name',
    login: 'Login',
    password: 'Password',
    again: 'The password again',
    accept: 'Set and sign in',
    factor: 'Second factor',
    later: 'Later',
    desk: 'Today',
    people: 'People',
    disable: 'Disable',
    disabled: 'Disabled',
    sign_out: 'Sign out',
    sign_in: 'Sign in',
    with_account: 'Sign in with an account',
    wrong: 'Wrong login or password',
  },
} as const
const field = (page: Page, label: string) => page.getByRole('dialog').getByLabel(label, { exact: true })
const panel = (page: Page, name: string) => page.getByRole('complementary', { name })

test.each([
  ['zh-CN', '王新', 'wang.xin'],
  ['en', 'Li Xin', 'li.xin'],
] as const)(
  'the operator invites an inspector; the link is opened elsewhere, a password is set, and the day begins at the desk (%s)',
  async (locale, name, login) => {
    const say = words[locale]
    const operator = await walk('管平', { locale })
    operator.page.setDefaultTimeout(60_000)
    await operator.page.goto('/')
    const form = operator.page.getByRole('form', { name: say.invite })
    await form.getByRole('combobox').first().selectOption({ label: say.organisation })
    expect(await audit(operator.page)).toEqual([])
    await form.getByRole('button', { name: say.make }).click()
    const link = await operator.page.getByLabel(say.link, { exact: true }).inputValue()
    expect(await audit(operator.page)).toEqual([])
    await operator.page.goto('about:blank')

    const person = await walk(null, { locale })
    const { page } = person
    page.setDefaultTimeout(60_000)
    await page.goto(link)
    await page.getByText(say.joins).waitFor()
    expect(await audit(page)).toEqual([])
    await field(page, say.name).fill(name)
    await page.getByRole('dialog').locator('input[name=login]').fill(login)
    await page.getByRole('dialog').locator('input[name=password]').fill(password)
    await field(page, say.again).fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: say.factor }).locator('.account-qr svg').first().waitFor()
    expect(await audit(page)).toEqual([])
    await page.getByRole('button', { name: say.later }).click()
    await panel(page, say.desk).getByRole('listitem').first().waitFor()
    expect(page.url()).not.toContain('invitation')
    expect(await audit(page)).toEqual([])

    await page.locator('.who summary').click()
    await page.getByRole('button', { name: say.sign_out }).click()
    await page.getByRole('button', { name: say.with_account }).click()
    await page.getByRole('dialog').locator('input[name=login]').fill(login)
    await page.getByRole('dialog').locator('input[name=password]').fill('not the password')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText(say.wrong).waitFor()
    expect(await audit(page)).toEqual([])
    await page.getByRole('dialog').locator('input[name=password]').fill(password)
    await page.keyboard.press('Enter')
    await panel(page, say.desk).getByRole('listitem').first().waitFor()

    await page.goto('about:blank')
    await operator.page.goto('/accounts')
    const row = operator.page.getByRole('region', { name: new RegExp(`^${say.people}`) }).getByRole('listitem')
    operator.page.on('dialog', (dialog) => void dialog.accept())
    await row.filter({ hasText: login }).getByRole('button', { name: say.disable }).click()
    await row.filter({ hasText: login }).getByText(say.disabled).waitFor()
    expect(await audit(operator.page)).toEqual([])
    expect((await (await person.context.request.get('/api/session')).json()).role).toBe('public')
    expect(operator.errors).toEqual([])
    // the browser itself notes the one refused sign-in
    expect(person.errors.filter((text) => !text.includes('401'))).toEqual([])
    await person.close()
    await operator.close()
  },
)

test('an organisation is made and a token is shown once, then revoked; an invitation is taken back', async () => {
  const { page, errors, close } = await walk('管平')
  page.setDefaultTimeout(60_000)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/accounts')
  await page.getByRole('tab', { name: '机构' }).click()
  const form = page.getByRole('form', { name: '新机构' })
  await form.getByRole('combobox').first().selectOption({ label: '管线单位' })
  await form.getByLabel('中文名称').fill('城南供热公司')
  await form.getByLabel('英文名称').fill('Chengnan Heat')
  await form.getByLabel('管线种类').selectOption({ label: '供热' })
  await form.getByRole('button', { name: '创建' }).click()
  await page.getByRole('searchbox').fill('城南')
  await page.getByRole('listitem').filter({ hasText: '城南供热公司' }).getByText('0 人').waitFor()
  expect(await audit(page)).toEqual([])

  await page.getByRole('tab', { name: '令牌' }).click()
  await page.getByLabel('用途').fill('夜间同步')
  await page.keyboard.press('Enter')
  const token = await page.getByLabel('令牌', { exact: true }).inputValue()
  const me = await fetch(new URL('/api/session', page.url()), { headers: { authorization: `Bearer ${token}` } })
  expect((await me.json()).role).toBe('admin')
  expect(await audit(page)).toEqual([])
  await page.getByRole('button', { name: '吊销 夜间同步' }).click()
  await page.getByRole('listitem').filter({ hasText: '夜间同步' }).waitFor({ state: 'detached' })

  await page.getByRole('tab', { name: '人员' }).click()
  const invite = page.getByRole('form', { name: '邀请人员' })
  await invite.getByRole('combobox').first().selectOption({ label: '城南供热公司' })
  await invite.getByRole('button').click()
  await page.getByRole('button', { name: '撤回 城南供热公司' }).click()
  await page.getByRole('button', { name: '撤回 城南供热公司' }).waitFor({ state: 'detached' })
  expect(errors).toEqual([])
  await close()
})

test('without the demo: the first administrator comes in by the printed link, enrols a second factor, signs in with it, and lets the issuer do it', async () => {
  const folder = newFolder()
  const issuer = await startIssuer()
  const started = await startServer(folder, {
    DEMO: 'off',
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: '城市统一认证',
    OIDC_ALLOW_LOOPBACK: 'on',
  })
  try {
    const { page, errors, close } = await walk(null)
    page.setDefaultTimeout(60_000)
    await page.goto(/(http:\S+invitation=\S+)/.exec(started.said)![1]!)
    await page.getByText('您受邀以“系统管理”的身份加入平台运营。').waitFor()
    await field(page, '姓名').fill('陈首')
    await page.getByRole('dialog').locator('input[name=login]').fill('chen@example.org')
    await page.getByRole('dialog').locator('input[name=password]').fill(password)
    await field(page, '再输一次密码').fill(password)
    await page.getByRole('button', { name: '设置并登录' }).click()

    const secret = (await page.locator('.account-secret').innerText()).replaceAll(' ', '')
    const digits = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    await page.getByLabel('验证码（6 位）').fill(digits())
    await page.getByRole('button', { name: '启用' }).click()
    const people = panel(page, '机构账号').getByRole('region', { name: /^人员/ })
    await people.getByText('本人').waitFor()
    await people.getByText('二次验证').waitFor()

    const signOut = async () => {
      await page.locator('.who summary').click()
      await page.getByRole('button', { name: '退出' }).click()
      await page.getByRole('button', { name: '登录' }).first().click()
      await page.getByRole('button', { name: '用城市统一认证登录' }).waitFor()
    }
    await signOut()
    expect(await audit(page)).toEqual([])
    await page.getByRole('dialog').locator('input[name=login]').fill('chen@example.org')
    await page.getByRole('dialog').locator('input[name=password]').fill(password)
    await page.keyboard.press('Enter')
    await page.getByLabel('验证码（6 位）').fill(digits())
    await page.keyboard.press('Enter')
    await people.getByText('本人').waitFor()

    await signOut()
    issuer.claims = { sub: 'u-7', email: 'stranger@example.org', email_verified: true }
    await page.getByRole('button', { name: '用城市统一认证登录' }).click()
    await page.getByText('这里没有您的账号').waitFor()
    expect(await audit(page)).toEqual([])
    issuer.claims = { sub: 'u-1', email: 'chen@example.org', email_verified: true }
    await page.getByRole('button', { name: '重新登录' }).click()
    await page.getByRole('button', { name: '用城市统一认证登录' }).click()
    await people.getByText('统一认证').waitFor()
    expect(new URL(page.url()).search).not.toContain('code=')
    // the browser itself notes what was refused: no code yet, and the stranger
    expect(errors.filter((text) => !/40[13]/.test(text))).toEqual([])
    await close()
  } finally {
    await started.end('SIGTERM')
    await issuer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 300_000)
