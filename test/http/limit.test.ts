import { beforeAll, describe, expect, test } from 'vitest'
import { budgetOf, budgets } from '../../server/http/budgets.ts'
import { world, type Member, type World } from '../world.ts'

const quotaOf = (name: string) => budgets.find((one) => one.name === name)!
const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
const get = (w: World, path: string, address: string, headers: Record<string, string> = {}) =>
  w.app.request(path, { headers }, from(address))
const signIn = (w: World, address: string, headers: Record<string, string> = {}) =>
  w.app.request(
    '/api/session',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ token: 'dgt_000000_wrong' }),
    },
    from(address),
  )

describe('with limits', () => {
  let w: World
  let planner: Member
  beforeAll(async () => {
    // A tenth of every quota, so that a test reaches it soon.
    w = await world({ settings: { RATE_LIMIT: '0.1' } })
    planner = await w.member('planner')
  })
  const bearer = () => ({ authorization: `Bearer ${planner.token}` })

  test('the 429 says what the limit is and when to ask again, in headers and as a problem', async () => {
    const { address, window_seconds } = quotaOf('exports')
    const quota = address * 0.1
    for (let i = 0; i < quota; i++) await get(w, '/api/audit/verify', '192.0.2.1')
    const refused = await get(w, '/api/audit/verify', '192.0.2.1')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe(String(window_seconds / quota))
    expect(refused.headers.get('ratelimit-policy')).toBe(`"exports";q=${quota};w=${window_seconds}`)
    expect(refused.headers.get('ratelimit')).toBe(`"exports";r=0;t=${window_seconds / quota}`)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(await refused.json()).toMatchObject({ status: 429, code: 'http/too-many-requests' })
  })

  test('after the time that Retry-After names, the same request is answered', async () => {
    const ask = () => get(w, '/api/session', '192.0.2.2')
    let last = await ask()
    while (last.status === 200) last = await ask()
    expect(last.status).toBe(429)
    w.clock.add(Number(last.headers.get('retry-after')) / 3600)
    expect((await ask()).status).toBe(200)
  })

  test('every answer says what is left of its budget', async () => {
    const answer = await get(w, '/api/session', '192.0.2.3')
    const quota = quotaOf('reads').address * 0.1
    expect(answer.headers.get('ratelimit-policy')).toBe(`"reads";q=${quota};w=60`)
    expect(answer.headers.get('ratelimit')).toBe(`"reads";r=${quota - 1};t=1`)
  })

  test('a person has one budget whatever address they come from; the public has one per address', async () => {
    const asPlanner = (address: string) => get(w, '/api/session', address, bearer())
    const first = await asPlanner('192.0.2.10')
    const second = await asPlanner('192.0.2.11')
    const left = (answer: Response) => Number(/r=(\d+)/.exec(answer.headers.get('ratelimit')!)![1])
    expect(left(second)).toBe(left(first) - 1)
    const stranger = await get(w, '/api/session', '192.0.2.10')
    expect(left(stranger)).toBe(quotaOf('reads').address * 0.1 - 1)
  })

  test('an IPv6 network of 64 bits is one address', async () => {
    const one = await get(w, '/api/session', '2001:db8:1:2::1')
    const other = await get(w, '/api/session', '2001:db8:1:2:ffff::9')
    const next = await get(w, '/api/session', '2001:db8:1:3::1')
    const left = [one, other, next].map((answer) => /r=(\d+)/.exec(answer.headers.get('ratelimit')!)![1])
    expect(left).toEqual(['179', '178', '179'])
  })

  test('a caller cannot take another address by writing X-Forwarded-For', async () => {
    let last = await signIn(w, '192.0.2.20')
    for (let i = 0; last.status === 401; i++)
      last = await signIn(w, '192.0.2.20', { 'x-forwarded-for': `198.51.100.${i}` })
    expect(last.status).toBe(429)
  })

  test('sign-ins that fail run out; those that succeed cost nothing', async () => {
    const right = () =>
      w.app.request(
        '/api/session',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token: planner.token }),
        },
        from('192.0.2.30'),
      )
    for (let i = 0; i < 20; i++) expect((await right()).status).toBe(204)
    for (let i = 0; i < 6; i++) expect((await signIn(w, '192.0.2.30')).status).toBe(401)
    expect((await signIn(w, '192.0.2.30')).status).toBe(429)
    expect((await right()).status).toBe(429)
  })

  test('wrong credentials count against their address', async () => {
    const wrong = () => get(w, '/api/projects', '192.0.2.40', { authorization: 'Bearer dgt_nobody' })
    let last = await wrong()
    while (last.status === 401) last = await wrong()
    expect(last.status).toBe(429)
    expect((await get(w, '/api/session', '192.0.2.40', bearer())).status).toBe(200)
  })

  test('what machines watch and the line that stays open are never limited', async () => {
    for (let i = 0; i < 300; i++) expect((await get(w, '/healthz', '192.0.2.50')).status).toBe(200)
    for (const path of ['/healthz', '/readyz', '/metrics', '/api/live']) expect(budgetOf('GET', path), path).toBeNull()
  })
})

describe('as they are set', () => {
  test('wild panning and a page full of reads by one person are not limited', async () => {
    const w = await world({ settings: { RATE_LIMIT: '1' } })
    const planner = await w.member('planner')
    const asks = Array.from({ length: 200 }, (_, i) => w.as(planner).get(`/tiles/projects/16/${51100 + (i % 5)}/26900`))
    const reads = Array.from({ length: 200 }, () => w.as(planner).get('/api/session'))
    const statuses = new Set((await Promise.all([...asks, ...reads])).map(({ status }) => status))
    expect(statuses).not.toContain(429)
  })

  test('behind one trusted proxy the address is the one that the proxy saw', async () => {
    const w = await world({ settings: { RATE_LIMIT: '0.1', TRUST_PROXY: '1' } })
    const via = (forwarded: string) => get(w, '/api/session', '10.0.0.1', { 'x-forwarded-for': forwarded })
    const left = (answer: Response) => /r=(\d+)/.exec(answer.headers.get('ratelimit')!)![1]
    expect(left(await via('203.0.113.1'))).toBe('179')
    expect(left(await via('6.6.6.6, 203.0.113.1'))).toBe('178')
    expect(left(await via('203.0.113.2'))).toBe('179')
  })

  test('a factor of 0 switches them off, headers and all', async () => {
    const w = await world({ settings: { RATE_LIMIT: '0' } })
    const answer = await get(w, '/api/session', '192.0.2.60')
    expect(answer.headers.get('ratelimit')).toBeNull()
  })

  test('every request but the unlimited ones has a budget, and every budget can be reached', () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/', '/api/projects', '/tiles/projects/1/0/0', '/ogc/collections'])
        expect(budgetOf(method, path), `${method} ${path}`).not.toBeNull()
    const reached = [
      ['POST', '/api/session/sign-in'],
      ['POST', '/api/citizen-reports'],
      ['POST', '/api/public/petitions'],
      ['GET', '/api/public/digs-near'],
      ['GET', '/tiles/projects/14/1/1'],
      ['POST', '/api/imports'],
      ['POST', '/api/areas/export'],
      ['POST', '/api/areas/query'],
      ['GET', '/api/projects'],
      ['POST', '/api/projects'],
    ].map(([method, path]) => budgetOf(method!, path!)!.name)
    expect(reached).toEqual(budgets.map(({ name }) => name))
  })
})
