import { expect, test } from 'vitest'
import { jobs } from '../../server/schedule.ts'
import { clockOf, offered, ok, plan, police, toldTo, type Scene } from '../permits/stage.ts'
import { world, type Member, type World } from '../world.ts'

const sweep = (w: World) => jobs.find(({ name }) => name === 'clocks.sweep')!.run(w.parts, w.district_code)

async function burst(w: World, member?: Member): Promise<Scene> {
  const authority = w.as(await w.member('authority'))
  const promoter = w.as(member ?? (await w.member('promoter')))
  const { id } = ok(
    await promoter.post('/api/projects/emergency-start', { ...plan, kind: 'emergency_repair', cause: '燃气泄漏' }),
  ).body
  return { w, authority, promoter, id, permit: '', at: '' }
}
const caseOf = (w: World) =>
  w.look(({ tx }) => tx.raw('select status from emergency_case where district_code = $1', [w.district_code]))
const events = (w: World) =>
  w.look(async ({ tx }) =>
    (
      await tx.raw<{ type: string }>(
        `select type from event where district_code = $1 and type like 'emergency_case.%' order by at`,
        [w.district_code],
      )
    ).map(({ type }) => type),
  )

test('both authorities are told of an emergency dig at once (34)', async () => {
  const w = await world()
  await w.member('authority')
  const officer = await police(w)
  await burst(w)
  expect(await toldTo(w, await w.member('authority'))).toEqual(['emergency.started'])
  expect(await toldTo(w, officer)).toEqual(['emergency.started'])
})

test('an emergency that is not filed in its hours is red and a case, once: a matter of its authority, until it is filed after all', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await burst(w)
  w.clock.add(23)
  await sweep(w)
  expect(await caseOf(w)).toEqual([])
  w.clock.add(2)
  await sweep(w)
  await sweep(w)
  expect(await caseOf(w)).toEqual([{ status: 'open' }])
  expect((await scene.promoter.get(`/api/projects/${scene.id}`)).body).toMatchObject({
    card: 'red',
    card_owner: 'promoter',
  })
  expect(await clockOf(scene, 'emergency.case')).toMatchObject({ owner: 'authority', state: 'running' })
  expect((await scene.authority.get('/api/desk')).body.items.map(({ kind }: { kind: string }) => kind)).toContain(
    'emergency.case',
  )
  expect(await toldTo(w, await w.member('promoter'))).toContain('emergency.unfiled')
  expect(await offered(scene.promoter, scene.id, 'permit.apply')).toMatchObject({ allowed: true })
  ok(await scene.promoter.post(`/api/projects/${scene.id}/apply`))
  await w.relay()
  expect(await caseOf(w)).toEqual([{ status: 'regularised' }])
  expect((await clockOf(scene, 'emergency.filing'))!.state).toBe('breached')
  expect((await clockOf(scene, 'emergency.case'))!.state).toBe('met')
  expect(await events(w)).toEqual(['emergency_case.opened', 'emergency_case.regularised'])
})

test('filed in its hours it is no case; the hours are the rule of the place', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  await w.look(({ tx }) =>
    tx.raw(
      `insert into rule (jurisdiction, key, valid_from, value, unit, basis_zh, basis_en, source)
       values ($1, 'emergency.filing', '2026-01-01', '{"statutory": 48}', 'hours', '地方规定', 'local', 'test')`,
      [String(w.district_code)],
    ),
  )
  const scene = await burst(w)
  w.clock.add(47)
  await sweep(w)
  ok(await scene.promoter.post(`/api/projects/${scene.id}/apply`))
  w.clock.add(10)
  await sweep(w)
  expect((await clockOf(scene, 'emergency.filing'))!.state).toBe('met')
  expect(await caseOf(w)).toEqual([])
})

test('staff see the share of emergencies per promoter and how many were filed late; nobody else does', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const often = await w.member('promoter', { another: true })
  await burst(w, often)
  await burst(w, often)
  const seldom = await burst(w)
  const permit = `/api/permits/${ok(await seldom.promoter.post(`/api/projects/${seldom.id}/apply`)).body.id}`
  ok(await seldom.authority.post(`${permit}/accept-application`))
  const ordinary = ok(await seldom.promoter.post('/api/projects', { ...plan, planned_from: '2026-03-02' })).body.id
  const applied = `/api/permits/${ok(await seldom.promoter.post(`/api/projects/${ordinary}/apply`)).body.id}`
  for (const move of ['accept-application', 'grant', 'deliver']) ok(await seldom.authority.post(`${applied}/${move}`))
  ok(await seldom.promoter.post(`/api/projects/${ordinary}/start`))
  w.clock.add(25)
  await sweep(w)
  const { from, to, promoters } = (await w.as(await w.member('auditor')).get('/api/emergencies/shares')).body
  expect([from, to]).toEqual(['2025-03-03', '2026-03-03'])
  expect(promoters).toMatchObject([
    { digs: 2, emergencies: 2, late: 2, share: 1 },
    { digs: 2, emergencies: 1, late: 0, share: 0.5 },
  ])
  expect((await seldom.promoter.get('/api/emergencies/shares')).status).toBe(403)
  expect((await w.as(null).get('/api/emergencies/shares')).status).toBe(401)
  expect((await seldom.authority.get('/api/emergencies/shares?from=2020-01-01&to=2020-12-31')).body.promoters).toEqual(
    [],
  )
})
