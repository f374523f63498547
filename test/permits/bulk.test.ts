import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { accepted, after, applied, ok, type Scene } from './stage.ts'

const audited = (w: World, action: string) =>
  w.look(({ tx }) =>
    tx.raw<{ bulk_id: string | null }>(
      `select detail->>'bulk_id' as bulk_id from audit where district_code = $1 and action = $2`,
      [w.district_code, action],
    ),
  )
const statusOf = async ({ authority, at }: Scene) => (await authority.get(at)).body.status

test('one decision for several: each done by itself with its own answer, and one that cannot be leaves the others alone', async () => {
  const w = await world()
  const scenes = [await after(w, accepted), await applied(w), await after(w, accepted)]
  const { authority } = scenes[0]!
  const { body } = ok(
    await authority.post('/api/permits/bulk', {
      move: 'grant',
      conditions: ['夜间不施工'],
      permits: [
        ...scenes.map(({ permit }) => ({ id: permit })),
        { id: 'per_600000_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c' },
      ],
    }),
  )
  expect(body.results.map(({ done, code }: { done: boolean; code: string | null }) => [done, code])).toEqual([
    [true, null],
    [false, 'permits/wrong-state'],
    [true, null],
    [false, 'permits/not-found'],
  ])
  expect(await Promise.all(scenes.map(statusOf))).toEqual(['granted', 'submitted', 'granted'])
  expect((await authority.get(scenes[2]!.at)).body.conditions).toEqual(['夜间不施工'])
  expect(await audited(w, 'permit.grant')).toEqual([{ bulk_id: body.bulk_id }, { bulk_id: body.bulk_id }])
})

test('every move that may be made for several is made by the same verb as alone, with its reason', async () => {
  const w = await world()
  const { moves } = (await w.as(await w.member('authority')).get('/api/permits/bulk')).body
  const inputs: Record<string, object> = { reason: { reason: '理由' }, items: { items: ['方案'] } }
  for (const { name, from, input } of moves as { name: string; from: string[]; input: object }[]) {
    const before: Record<string, readonly string[]> = {
      submitted: [],
      application_accepted: accepted,
      granted: [...accepted, 'grant'],
    }
    const scene = await after(w, before[from[0]!]!)
    const given = Object.assign({}, ...Object.keys(input).map((key) => inputs[key] ?? {}))
    const { body } = ok(
      await scene.authority.post('/api/permits/bulk', { move: name, permits: [{ id: scene.permit }], ...given }),
    )
    expect(body.results[0], name).toMatchObject({ done: true, code: null })
  }
})

test('the same key again does nothing again and gets the same answers', async () => {
  const w = await world()
  const scene = await applied(w)
  const body = { move: 'accept_application', permits: [{ id: scene.permit }] }
  const key = { 'idempotency-key': 'bulk-1' }
  const first = ok(await scene.authority.post('/api/permits/bulk', body, key))
  const again = ok(await scene.authority.post('/api/permits/bulk', body, key))
  expect(again.body).toEqual(first.body)
  expect(again.headers.get('idempotent-replay')).toBe('true')
  expect(await audited(w, 'permit.accept_application')).toHaveLength(1)
})

test('parts of one bulk name the same bulk; a stale version is told, not overwritten', async () => {
  const w = await world()
  const bulk_id = '0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c'
  const [one, other] = [await applied(w), await applied(w)]
  for (const { authority, permit } of [one, other])
    ok(await authority.post('/api/permits/bulk', { bulk_id, move: 'accept_application', permits: [{ id: permit }] }))
  expect(await audited(w, 'permit.accept_application')).toEqual([{ bulk_id }, { bulk_id }])
  const stale = await one.authority.post('/api/permits/bulk', {
    move: 'refuse',
    reason: '理由',
    permits: [{ id: one.permit, version: 1 }],
  })
  expect(stale.body.results[0]).toMatchObject({ done: false, code: 'permits/changed-since' })
})

test('more than the rule allows at once is refused whole, and only an authority decides', async () => {
  const w = await world()
  const scene = await applied(w)
  const many = { move: 'accept_application', permits: Array.from({ length: 51 }, () => ({ id: scene.permit })) }
  expect((await scene.authority.post('/api/permits/bulk', many)).body.errors[0]).toMatchObject({
    pointer: '/permits',
    code: 'permits/too-many-at-once',
  })
  expect(await statusOf(scene)).toBe('submitted')
  const one = { move: 'accept_application', permits: [{ id: scene.permit }] }
  expect((await scene.promoter.post('/api/permits/bulk', one)).status).toBe(403)
  const other = w.as(await w.member('authority', { another: true }))
  expect((await other.post('/api/permits/bulk', one)).body.results[0].code).toBe('permits/other-authority')
  expect((await scene.authority.post('/api/permits/bulk', { ...one, move: 'refuse' })).status).toBe(422)
})

test('what was decided for several is taken back one by one, while nobody was told', async () => {
  const w = await world()
  const scenes = [await after(w, accepted), await after(w, accepted)]
  const { authority } = scenes[0]!
  const { body } = ok(
    await authority.post('/api/permits/bulk', {
      move: 'refuse',
      reason: '理由',
      permits: scenes.map(({ permit }) => ({ id: permit })),
    }),
  )
  expect(body.results.map(({ undo_seconds }: { undo_seconds: number }) => undo_seconds)).toEqual([60, 60])
  ok(await authority.post(`${scenes[0]!.at}/undo`, { reason: '误操作' }))
  expect(await Promise.all(scenes.map(statusOf))).toEqual(['application_accepted', 'refused'])
})
