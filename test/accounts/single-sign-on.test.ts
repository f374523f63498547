import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openOpenId } from '../../server/access/open-id.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { client as appClient, world, type Answer, type Client, type Member, type World } from '../world.ts'
import { client, startIssuer, type Issuer } from './issuer.ts'

let w: World
let issuer: Issuer
let nobody: Client
let admin: Member

const cookieOf = (answer: Answer) =>
  (answer.headers.getSetCookie() ?? []).map((cookie) => cookie.split(';')[0]!).join('; ')
const settings = (more: Record<string, string> = {}) =>
  readConfig({
    DISTRICT_CODE: String(w.district_code),
    LOG_LEVEL: 'silent',
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: '城市统一认证',
    OIDC_ALLOW_LOOPBACK: 'on',
    ...more,
  })
/** The application with this issuer. */
function appWith(more: Record<string, string> = {}): Client {
  const config = settings(more)
  return appClient(createApp({ ...w.parts, config, openId: openOpenId(config) }), undefined)
}

/** From the page's button to the end, as a browser goes. */
async function come(app = nobody, invitation?: string) {
  const { cookie, address } = await begin(app, invitation)
  return finish(cookie, await issuer.signIn(address), app)
}
async function begin(app = nobody, invitation?: string) {
  const answer = await app.post('/api/session/oidc/begin', invitation ? { invitation } : {})
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return { cookie: cookieOf(answer), address: answer.body.address as string }
}
const finish = (cookie: string, answer: string, app = nobody) =>
  app.post('/api/session/oidc/finish', { answer }, { cookie })

/** An administrator who has this login. */
const known = (login: string) =>
  w.look(({ tx, wall }) =>
    tx.run('accounts/insert_person', {
      district_code: w.district_code,
      id: randomUUID(),
      organisation_id: admin.organisation_id,
      login,
      name_zh: '林远',
      name_en: 'Lin Yuan',
      role: 'admin',
      locale: 'zh-CN',
      password_hash: null,
      phone_sealed: null,
      is_demo: false,
      created_at: wall.toISOString(),
    }),
  )
const whoIs = async (answer: Answer) =>
  (await nobody.get('/api/session', { cookie: cookieOf(answer) })).body as { role: string; name: string | null }
const people = async () => (await w.as(admin).get('/api/accounts/people')).body.people as any[]

beforeEach(async () => {
  w = await world()
  issuer = await startIssuer()
  issuer.claims = { sub: 'u-1', email: 'Lin@Example.org', email_verified: true, name: '林远' }
  nobody = appWith()
  admin = await w.member('admin')
})
afterEach(() => issuer.close())

test('the page is told whether there is an issuer and what it is called; without one the way is closed', async () => {
  expect((await nobody.get('/api/session')).body.single_sign_on).toEqual({ name: '城市统一认证' })
  expect((await w.as(null).get('/api/session')).body.single_sign_on).toBeNull()
  expect((await w.as(null).post('/api/session/oidc/begin')).body).toMatchObject({
    status: 404,
    code: 'accounts/oidc-off',
  })
})

test('a known person signs in by their verified e-mail address, and from then on by the subject alone', async () => {
  await known('lin@example.org')
  const first = await come()
  expect(first.status, JSON.stringify(first.body)).toBe(204)
  expect(await whoIs(first)).toMatchObject({ role: 'admin', name: '林远' })
  issuer.claims = { sub: 'u-1', email: 'moved@example.org', email_verified: true }
  expect(await whoIs(await come())).toMatchObject({ role: 'admin', name: '林远' })
  expect((await people()).find(({ login }) => login === 'lin@example.org')).toMatchObject({ has_single_sign_on: true })
})

test('a stranger stays one: 403 with a sentence, no session, no person, and an audit row', async () => {
  const before = (await people()).length
  const answer = await come()
  expect(answer.status).toBe(403)
  expect(answer.body.code).toBe('accounts/oidc-unknown-person')
  expect(cookieOf(answer)).not.toContain('dongtu_session')
  expect((await people()).length).toBe(before)
  const noted = await w.look(({ tx }) =>
    tx.raw('select action from audit where district_code = $1 and action = $2', [
      w.district_code,
      'account.sign_in_failed',
    ]),
  )
  expect(noted).toHaveLength(1)
})

test('an e-mail address that the issuer has not verified names nobody', async () => {
  await known('lin@example.org')
  issuer.claims = { sub: 'u-1', email: 'lin@example.org', email_verified: false }
  expect((await come()).status).toBe(403)
})

test('a person that one subject is bound to is not reached by another with the same address', async () => {
  await known('lin@example.org')
  await come()
  issuer.claims = { ...issuer.claims, sub: 'u-2' }
  expect((await come()).status).toBe(403)
})

test('a disabled person comes in no more', async () => {
  await known('lin@example.org')
  await come()
  const { id } = (await people()).find(({ login }) => login === 'lin@example.org')
  await w.as(admin).post(`/api/accounts/people/${id}/disable`)
  expect((await come()).body.code).toBe('accounts/oidc-unknown-person')
})

test('whoever comes with an invitation takes it up, in its role and without a password; the link works once', async () => {
  const { body } = await w.as(admin).post('/api/accounts/invitations', {
    organisation_id: `org_${w.district_code}_${admin.organisation_id}`,
    role: 'admin',
  })
  expect(await whoIs(await come(nobody, body.invitation))).toMatchObject({ role: 'admin', name: '林远' })
  expect((await people()).find(({ login }) => login === 'lin@example.org')).toMatchObject({ role: 'admin' })
  issuer.claims = { sub: 'u-2', email: 'other@example.org', email_verified: true }
  expect((await come(nobody, body.invitation)).body.code).toBe('accounts/no-such-invitation')
  expect((await nobody.post('/api/session/sign-in', { login: 'lin@example.org', password: '' })).status).toBe(401)
})

test('a login claim that the issuer governs is taken from the user information when the token leaves it out', async () => {
  await known('lin.yuan')
  const app = appWith({ OIDC_LOGIN_CLAIM: 'preferred_username' })
  issuer.claims = { sub: 'u-9', preferred_username: 'lin.yuan' }
  issuer.wrong = { preferred_username: undefined }
  expect(await whoIs(await come(app))).toMatchObject({ role: 'admin', name: '林远' })
})

test.each([
  ['a nonce of another sign-in', { nonce: 'another' }],
  ['another issuer', { iss: 'https://other.example' }],
  ['a token for another client', { aud: 'another' }],
  ['a token that has expired', { iat: 1_700_000_000, exp: 1_700_000_060 }],
])('%s is refused', async (_what, wrong) => {
  await known('lin@example.org')
  issuer.wrong = wrong
  const answer = await come()
  expect(answer.body).toMatchObject({ status: 401, code: 'accounts/oidc-refused' })
  expect(cookieOf(answer)).not.toContain('dongtu_session')
})

test('a token that somebody else signed is refused', async () => {
  await known('lin@example.org')
  issuer.forges = true
  expect((await come()).body.code).toBe('accounts/oidc-refused')
})

test('a wrong state, an answer to another browser and a refusal at the issuer open nothing', async () => {
  await known('lin@example.org')
  const mine = await begin()
  const other = await begin()
  const answer = await issuer.signIn(mine.address)
  const forged = new URLSearchParams(answer)
  forged.set('state', 'invented')
  expect((await finish(mine.cookie, `?${forged}`)).body.code).toBe('accounts/oidc-refused')
  expect((await finish(other.cookie, answer)).body.code).toBe('accounts/oidc-refused')
  expect((await finish('', answer)).body.code).toBe('accounts/oidc-expired')
  const { state } = Object.fromEntries(new URL(other.address).searchParams)
  const refused = `?${new URLSearchParams({ error: 'access_denied', state: state!, iss: issuer.url })}`
  expect((await finish(other.cookie, refused)).body).toMatchObject({ status: 401, detail: 'access_denied' })
})

test('a sign-in that was begun more than ten minutes ago, or that was finished, is not finished again', async () => {
  await known('lin@example.org')
  const old = await begin()
  const oldAnswer = await issuer.signIn(old.address)
  w.clock.add(0.2)
  expect((await finish(old.cookie, oldAnswer)).body).toMatchObject({ status: 401, code: 'accounts/oidc-expired' })

  const { cookie, address } = await begin()
  expect((await finish(cookie, await issuer.signIn(address))).status).toBe(204)
  expect((await finish(cookie, await issuer.signIn(address))).body.code).toBe('accounts/oidc-expired')
})

test('an issuer that is down or does not answer is said so, and is asked again the next time', async () => {
  issuer.hangs = '/.well-known/openid-configuration'
  const down = appWith({ OIDC_ISSUER: 'http://127.0.0.1:9' })
  expect((await down.post('/api/session/oidc/begin')).body).toMatchObject({
    status: 503,
    code: 'accounts/oidc-unreachable',
  })
  const impatient = settings()
  const app = appClient(createApp({ ...w.parts, config: impatient, openId: openOpenId(impatient, 0.2) }), undefined)
  expect((await app.post('/api/session/oidc/begin')).body.code).toBe('accounts/oidc-unreachable')
  issuer.hangs = '/token'
  await known('lin@example.org')
  const { cookie, address } = await begin(app)
  expect((await finish(cookie, await issuer.signIn(address), app)).body.code).toBe('accounts/oidc-unreachable')
  issuer.hangs = null
  expect((await come(app)).status).toBe(204)
})

test('behind a proxy the public address is where the issuer sends people back to, and cookies are for https only', async () => {
  const answer = await appWith({ PUBLIC_URL: 'https://dig.example.org' }).post('/api/session/oidc/begin')
  expect(new URL(answer.body.address).searchParams.get('redirect_uri')).toBe('https://dig.example.org/oidc')
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; Secure; SameSite=Lax/)
})

test('plain http is refused but for a loopback address where the setting says so; half a setting stops the start', () => {
  expect(() => openOpenId(settings({ OIDC_ALLOW_LOOPBACK: 'off' }))).toThrow(/^setting OIDC_ISSUER/)
  expect(() => openOpenId(settings({ OIDC_ISSUER: 'http://id.example.org' }))).toThrow(/^setting OIDC_ISSUER/)
  expect(() => openOpenId(settings({ OIDC_CLIENT_ID: '' }))).toThrow(/^setting OIDC_ISSUER needs OIDC_CLIENT_ID/)
  expect(openOpenId(readConfig({}))).toBeNull()
})
