import { describe, expect, test } from 'vitest'
import type { MemberRole } from '../../server/db/queries.gen.ts'
import type { NewEvent } from '../../server/outbox/emit.ts'
import { fanOut } from '../../server/webhooks/fan-out.ts'
import { world, type World } from '../world.ts'
import { happened, subscribed, uuid } from './stage.ts'

const queued = (w: World, event_id: string) =>
  w
    .look((ctx) =>
      ctx.tx.raw<{ organisation_id: string }>(
        'select organisation_id from delivery where district_code = $1 and event_id = $2',
        [w.district_code, event_id],
      ),
    )
    .then((rows) => rows.map((row) => row.organisation_id))

const roles: MemberRole[] = ['promoter', 'authority', 'inspector', 'utility', 'planner', 'registry', 'auditor', 'admin']

describe('a subscriber is told of exactly the events that row security lets it read', () => {
  const events: Record<string, (w: World) => Promise<Partial<NewEvent>>> = {
    'a public event': async () => ({}),
    'an event of a home’s sale': async () => ({ is_personal: true }),
    'a promoter’s own': async (w) => ({ promoter_id: (await w.member('promoter')).organisation_id }),
    'a utility’s leg': async (w) => ({ is_personal: true, utility_id: (await w.member('utility')).organisation_id }),
    'a registry’s case': async (w) => ({
      is_personal: true,
      registry_id: (await w.member('registry')).organisation_id,
    }),
  }
  test.each(Object.entries(events))('%s', async (_, facts) => {
    const w = await world()
    const members = []
    for (const role of roles) members.push(await w.member(role), await w.member(role, { another: true }))
    for (const member of members) await subscribed(w, member)
    const event_id = await happened(w, await facts(w))
    const told = await queued(w, event_id)
    const reading = []
    for (const member of members) {
      const seen = await w.run(member, (ctx) =>
        ctx.tx.raw('select 1 from event where district_code = $1 and id = $2', [w.district_code, event_id]),
      )
      if (seen.length > 0) reading.push(member.organisation_id)
    }
    expect(told.sort()).toEqual(reading.sort())
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThan(members.length)
  })
})

test('a subscriber is told only of the types it asked for', async () => {
  const w = await world()
  const authority = await w.member('authority')
  await subscribed(w, authority, { types: ['cn.dongtu.permit.*', 'cn.dongtu.project.granted.v1'] })
  const told = []
  for (const type of ['project.granted', 'project.registered', 'permit.granted', 'works.started'])
    told.push((await queued(w, await happened(w, { type }))).length)
  expect(told).toEqual([1, 0, 1, 0])
})

test('an area brings the events that lie in it; events elsewhere and without a place stay out', async () => {
  const w = await world()
  const authority = await w.member('authority')
  const promoter = await w.member('promoter')
  const box = (west: number) => ({
    type: 'Polygon',
    coordinates: [
      [
        [west, 30.5],
        [west + 0.1, 30.5],
        [west + 0.1, 30.6],
        [west, 30.6],
        [west, 30.5],
      ],
    ],
  })
  await subscribed(w, authority, { area: box(103.9) })
  await subscribed(w, authority, { area: box(104.9) })
  const plan = {
    name: '测试路燃气管',
    kind: 'pipeline_works',
    geometry: {
      type: 'LineString',
      coordinates: [
        [103.92, 30.57],
        [103.922, 30.571],
      ],
    },
    width_m: 1.2,
    planned_from: '2026-04-01',
    planned_to: '2026-05-01',
  }
  const created = await w.as(promoter).post('/api/projects', plan)
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  const project_id = created.body.id.slice(-36)
  expect(await queued(w, await happened(w, { project_id, subject_id: project_id }))).toEqual([
    authority.organisation_id,
  ])
  expect(await queued(w, await happened(w))).toEqual([])
})

test('an organisation of another district is told of what concerns it', async () => {
  const [w, elsewhere] = [await world(), await world()]
  const utility = await elsewhere.member('utility')
  await subscribed(elsewhere, utility)
  expect(await queued(w, await happened(w, { is_personal: true, utility_id: utility.organisation_id }))).toEqual([
    utility.organisation_id,
  ])
})

test('told twice is queued once', async () => {
  const w = await world()
  await subscribed(w, await w.member('authority'))
  const id = await happened(w, { subject_id: uuid() })
  const again = await w.look((ctx) => fanOut(ctx, { district_code: w.district_code, event_ids: [id, id] }))
  expect(again).toBe(0)
  expect(await queued(w, id)).toHaveLength(1)
})

test('a move that is rolled back tells nobody', async () => {
  const w = await world()
  await subscribed(w, await w.member('authority'))
  const { district_code } = w
  await expect(
    w.look(async (ctx) => {
      const id = await ctx.emit({
        type: 'project.granted',
        district_code,
        subject_kind: 'project',
        subject_id: uuid(),
        subject_version: 1,
      })
      await fanOut(ctx, { district_code, event_ids: [id] })
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  expect(await w.look((ctx) => ctx.tx.raw('select 1 from delivery where district_code = $1', [district_code]))).toEqual(
    [],
  )
})
