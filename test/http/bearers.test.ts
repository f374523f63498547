import { beforeEach, expect, test } from 'vitest'
import { createApp, type App } from '../../server/app.ts'
import { bearersOf } from '../../server/http/bearers.ts'
import type { Database } from '../../server/db/database.ts'
import { publicId } from '../../server/http/public-id.ts'
import { createRun } from '../../server/run.ts'
import { world, type Member, type World } from '../world.ts'

let w: World
let planner: Member
let transactions: number
/** The same database through an application of its own, as another process would be, its transactions counted. */
function another(): App {
  const db: Database = {
    ...w.db,
    transaction: (work) => {
      transactions++
      return w.db.transaction(work)
    },
  }
  return createApp({ ...w.parts, db, run: createRun({ db, clock: w.clock }) })
}

beforeEach(async () => {
  w = await world()
  planner = await w.member('planner', { another: true })
  transactions = 0
})

const ask = async (app: App, headers: Record<string, string> = { authorization: `Bearer ${planner.token}` }) => {
  const answer = await app.request('/api/session', { headers })
  return answer.status === 200 ? ((await answer.json()) as { role: string }).role : answer.status
}
async function signedIn(app: App): Promise<Record<string, string>> {
  const answer = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: planner.token }),
  })
  return { cookie: answer.headers.get('set-cookie')!.split(';')[0]! }
}
const tokenId = async () => {
  const { body } = await w.as(planner).get('/api/accounts/tokens')
  return body.tokens[0].id as string
}

test('a bearer is looked up once for all that ask at the same time, and not again within seconds', async () => {
  const app = another()
  expect(await Promise.all([1, 2, 3, 4, 5].map(() => ask(app)))).toEqual(Array(5).fill('planner'))
  await ask(app)
  expect(transactions).toBe(1)
  w.clock.add(4 / 3600)
  await ask(app)
  expect(transactions).toBe(2)
})

test('a revoked token opens nothing at once here, and within three seconds elsewhere', async () => {
  const elsewhere = another()
  expect(await ask(elsewhere)).toBe('planner')
  expect(await ask(w.app)).toBe('planner')
  const revoked = await w.as(planner).request('DELETE', `/api/accounts/tokens/${await tokenId()}`)
  expect(revoked.status).toBe(204)
  expect(await ask(w.app)).toBe(401)
  w.clock.add(3 / 3600)
  expect(await ask(elsewhere)).toBe(401)
})

test('a session that was signed out is over at once', async () => {
  const session = await signedIn(w.app)
  expect(await ask(w.app, session)).toBe('planner')
  const { status } = await w.app.request('/api/session', { method: 'DELETE', headers: session })
  expect(status).toBe(204)
  expect(await ask(w.app, session)).toBe('public')
})

test('a person who was disabled is out at once, with every token and session', async () => {
  const session = await signedIn(w.app)
  expect([await ask(w.app), await ask(w.app, session)]).toEqual(['planner', 'planner'])
  const admin = await w.member('admin')
  const { status } = await w
    .as(admin)
    .post(`/api/accounts/people/${publicId('psn', w.district_code, planner.id!)}/disable`)
  expect(status).toBe(204)
  expect([await ask(w.app), await ask(w.app, session)]).toEqual([401, 'public'])
})

test('a token is known no longer than it lasts', async () => {
  const expires_at = new Date(w.clock.wall().getTime() + 1000).toISOString()
  const { body } = await w.as(planner).post('/api/accounts/tokens', { label: 'short', expires_at })
  const bearer = { authorization: `Bearer ${body.token}` }
  expect(await ask(w.app, bearer)).toBe('planner')
  w.clock.add(1 / 3600)
  expect(await ask(w.app, bearer)).toBe(401)
})

test('what was being looked up when a token was revoked is not kept', async () => {
  const bearers = bearersOf(w.parts)
  const before = bearers.find('dgt', planner.token)
  bearers.forget()
  await before
  await w.look(({ tx }) =>
    tx.raw('update access_token set revoked_at = $1 where person_id = $2', [w.clock.wall().toISOString(), planner.id]),
  )
  await expect(bearers.find('dgt', planner.token)).rejects.toMatchObject({ status: 401 })
})

test('a credential that opened nothing is asked again each time: a new one works at once', async () => {
  const app = another()
  const unknown = {
    authorization: `Bearer dgt_${w.district_code}_00000000-0000-4000-8000-000000000000_${'a'.repeat(32)}`,
  }
  expect([await ask(app, unknown), await ask(app, unknown)]).toEqual([401, 401])
  expect(transactions).toBe(2)
})

test('a token is not a session, also while it is remembered', async () => {
  expect(await ask(w.app)).toBe('planner')
  expect(await ask(w.app, { cookie: `dongtu_session=${planner.token}` })).toBe('public')
})
