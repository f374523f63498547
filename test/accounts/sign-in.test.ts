import { TOTP, Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { firstAdminLink } from '../../server/accounts/first-admin.ts'
import { world, type World } from '../world.ts'

const password = 'correct horse battery'
async function admin(w: World): Promise<string> {
  const link = (await firstAdminLink(w.parts, 'http://x'))!
  const invitation = new URL(link).searchParams.get('invitation')!
  const answer = await w.as(null).post('/api/session/accept-invitation', {
    invitation,
    login: 'Chief',
    name_zh: '管理员',
    name_en: 'Chief',
    password,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(204)
  return invitation
}
const signIn = (w: World, given: object) =>
  w.as(null).post('/api/session/sign-in', { login: 'chief', password, ...given })
const cookieOf = (answer: { headers: Headers }) => answer.headers.get('set-cookie')!.split(';')[0]!

test('the first administrator comes in by a link that works once; then there is no such link any more', async () => {
  const w = await world()
  const invitation = await admin(w)
  const again = await w
    .as(null)
    .post('/api/session/accept-invitation', { invitation, login: 'other', name_zh: '他', name_en: 'He', password })
  expect(again.status).toBe(404)
  expect(await firstAdminLink(w.parts, 'http://x')).toBeNull()
})

test('a sign-in opens a session that ends when it is ended', async () => {
  const w = await world()
  await admin(w)
  const cookie = cookieOf(await signIn(w, {}))
  expect((await w.as(null).get('/api/session', { cookie })).body).toMatchObject({ role: 'admin', name: '管理员' })
  await w.as(null).request('DELETE', '/api/session', undefined, { cookie })
  expect((await w.as(null).get('/api/session', { cookie })).body).toMatchObject({ role: 'public' })
})

test('a wrong login and a wrong password give the same answer; five failures lock the login', async () => {
  const w = await world()
  await admin(w)
  const unknown = await signIn(w, { login: 'nobody' })
  for (let i = 0; i < 5; i++) {
    const wrong = await signIn(w, { password: 'wrong wrong wrong' })
    expect({ ...wrong.body, request_id: 0 }).toEqual({ ...unknown.body, request_id: 0 })
  }
  expect((await signIn(w, {})).status).toBe(423)
  w.clock.add(0.1)
  expect((await signIn(w, {})).status).toBe(204)
})

test('with a second factor the password alone does not open', async () => {
  const w = await world()
  await admin(w)
  const cookie = cookieOf(await signIn(w, {}))
  const { secret } = (await w.as(null).post('/api/accounts/second-factor', {}, { cookie })).body
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: w.clock.wall().getTime() })
  expect(
    (await w.as(null).request('PUT', '/api/accounts/second-factor', { secret, code: code() }, { cookie })).status,
  ).toBe(204)
  expect((await signIn(w, {})).body.code).toBe('accounts/code-needed')
  expect((await signIn(w, { code: '000000' })).body.code).toBe('accounts/wrong-sign-in')
  expect((await signIn(w, { code: code() })).status).toBe(204)
})

test('a page of another site cannot act with a signed-in cookie', async () => {
  const w = await world()
  await admin(w)
  const cookie = cookieOf(await signIn(w, {}))
  const answer = await w
    .as(null)
    .post('/api/accounts/tokens', { label: 'x' }, { cookie, 'sec-fetch-site': 'cross-site' })
  expect(answer.status).toBe(403)
})

test('a disabled person signs in no more, and their token opens nothing', async () => {
  const w = await world()
  const other = w.as(await w.member('admin'))
  const organisation_id = (await other.get('/api/accounts/organisations')).body.organisations[0].id
  const { invitation } = (await other.post('/api/accounts/invitations', { organisation_id, role: 'admin' })).body
  const cookie = cookieOf(
    await w.as(null).post('/api/session/accept-invitation', {
      invitation,
      login: 'chief',
      name_zh: '管',
      name_en: 'Chief',
      password,
    }),
  )
  const { token } = (await w.as(null).post('/api/accounts/tokens', { label: 'program' }, { cookie })).body
  expect((await w.as(null).get('/api/session', { authorization: `Bearer ${token}` })).body.role).toBe('admin')
  const { id } = (await other.get('/api/accounts/people')).body.people.find((one: any) => one.login === 'chief')
  expect((await w.as(null).post(`/api/accounts/people/${id}/disable`, {}, { cookie })).body.code).toBe(
    'accounts/not-oneself',
  )
  expect((await other.post(`/api/accounts/people/${id}/disable`)).status).toBe(204)
  expect((await w.as(null).get('/api/session', { authorization: `Bearer ${token}` })).status).toBe(401)
  expect((await signIn(w, {})).status).toBe(401)
})
