import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { ok, plan } from './ground.ts'

const now = '2026-03-02T02:00:00Z'
async function stage(w: World) {
  const member = await w.member('promoter')
  const promoter = w.as(member)
  const authority = w.as(await w.member('authority'))
  const id = ok(await promoter.post('/api/projects', plan)).id as string
  const promoter_id = `org_${w.district_code}_${member.organisation_id}`
  return { promoter, authority, id, promoter_id }
}

test('a hold without an article warns and samples more, and stops no application', async () => {
  const w = await world({ now })
  const { promoter, authority, id, promoter_id } = await stage(w)
  const placed = await authority.post('/api/restrictions/holds', { promoter_id, reason: '两次整改逾期' })
  expect(placed).toMatchObject({ status: 201, body: { is_blocking: false, sampling_factor: 2, article: null } })
  const seen = ok(await authority.get(`/api/restrictions/projects/${id}`))
  expect(seen).toMatchObject({ may_hold: true, promoter_id, holds: [{ reason: '两次整改逾期' }] })
  expect(ok(await promoter.get(`/api/restrictions/projects/${id}`))).toMatchObject({
    may_hold: false,
    holds: [{ reason: '两次整改逾期' }],
  })
  ok(await promoter.post(`/api/projects/${id}/apply`))
})

test('only an article that the data lets block stops an application, and the refusal cites it; lifting it opens the way', async () => {
  const w = await world({ now })
  const { promoter, authority, id, promoter_id } = await stage(w)
  const { articles } = ok(await authority.get('/api/restrictions/articles'))
  const blocking = articles.find((one: { is_blocking: boolean }) => one.is_blocking)
  const held = ok(
    await authority.post('/api/restrictions/holds', { promoter_id, reason: '处罚未履行', article: blocking.article }),
  )
  expect(held).toMatchObject({ is_blocking: true, basis_zh: blocking.basis_zh })
  expect(await promoter.post(`/api/projects/${id}/apply`)).toMatchObject({
    status: 409,
    body: { code: 'permits/promoter-held', facts: { basis_zh: blocking.basis_zh } },
  })
  const lift = (seen: number) =>
    authority.request(
      'POST',
      `/api/restrictions/holds/${held.id}/lift`,
      { reason: '已履行' },
      { 'if-match': `"${seen}"` },
    )
  expect((await lift(7)).body.code).toBe('restrictions/changed-since')
  ok(await lift(held.version))
  expect((await lift(2)).body.code).toBe('restrictions/wrong-state')
  ok(await promoter.post(`/api/projects/${id}/apply`))
  const audit = await w.look(({ tx }) =>
    tx.raw<{ action: string }>(
      `select action from audit where district_code = $1 and subject_kind = 'hold' order by action`,
      [w.district_code],
    ),
  )
  expect(audit.map(({ action }) => action)).toEqual(['hold.lifted', 'hold.placed'])
})

test('an article that is not in the data, and a promoter that is none, are refused with the field', async () => {
  const w = await world({ now })
  const { authority, promoter_id } = await stage(w)
  const wrong = async (body: object) =>
    (await authority.post('/api/restrictions/holds', { reason: '理由', promoter_id, ...body })).body.errors[0].pointer
  expect(await wrong({ article: 'hold.because' })).toBe('/article')
  expect(await wrong({ promoter_id: 'org_600000_x' })).toBe('/promoter_id')
})

test('staff of the district and the promoter itself know of a hold, nobody else; only the authority places and lifts', async () => {
  const w = await world({ now })
  const { promoter, authority, promoter_id } = await stage(w)
  const hold = ok(await authority.post('/api/restrictions/holds', { promoter_id, reason: '理由' }))
  const away = await world()
  const count = async (client: typeof promoter) => (await client.get('/api/restrictions/holds')).body.holds?.length
  for (const role of ['inspector', 'planner', 'auditor', 'admin'] as const)
    expect(await count(w.as(await w.member(role))), role).toBe(1)
  expect(await count(promoter)).toBe(1)
  for (const other of [
    await w.member('promoter', { another: true }),
    await w.member('utility'),
    await w.member('registry'),
  ])
    expect(await count(w.as(other)), other.role).toBe(0)
  expect((await w.as(null).get('/api/restrictions/holds')).status).toBe(401)
  const lift = (client: typeof promoter) => client.post(`/api/restrictions/holds/${hold.id}/lift`, { reason: '理由' })
  expect((await lift(away.as(await away.member('authority')))).status).toBe(404)
  for (const role of ['promoter', 'inspector', 'planner', 'admin', 'utility'] as const)
    expect((await lift(w.as(await w.member(role)))).status, role).toBe(403)
  expect((await lift(w.as(null))).status).toBe(401)
})
