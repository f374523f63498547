import { expect, test } from 'vitest'
import { giveConsents } from '../permits/give-consents.ts'
import { accepted, after, offered, ok, type Scene } from '../permits/stage.ts'
import { audits } from '../projects/dig.ts'
import { world, type World } from '../world.ts'
import { plan, road, rule } from './ground.ts'

async function tariffs(w: World): Promise<void> {
  await road(w, { handed_over_on: '2025-05-04' })
  await rule(w, { key: 'fee.restoration', value: { per_m2: { asphalt: 400 }, other_per_m2: 300 } })
  await rule(w, { key: 'fee.occupation', value: { per_m2_day: 2 } })
  await rule(w, { key: 'fee.moratorium_factor', value: { bands: [{ years_left_over: 3, factor: 3 }] } })
}
/** An application that only waits for the decision: the second authorities have consented. */
async function decidable(w: World): Promise<Scene> {
  const scene = await after(w, accepted, plan)
  await giveConsents(scene.authority, scene.permit)
  return scene
}
const feesOf = async ({ authority, id }: Scene) => (await authority.get(`/api/projects/${id}/fees`)).body.fees
const gate = (w: World) => rule(w, { key: 'permit.fee_gate', value: { is_on: true } })
/** A road past its no-dig years: a grant there needs no approval of the county government. */
const oldRoad = async (w: World) => {
  await tariffs(w)
  await w.look(({ tx }) =>
    tx.raw(`update road_segment set handed_over_on = '2001-01-01' where district_code = $1`, [w.district_code]),
  )
}

test('a fee is assessed with the grant by area, days and tariff, once, and anew by nobody when it is paid', async () => {
  const w = await world()
  await oldRoad(w)
  const scene = await decidable(w)
  ok(await scene.authority.post(`${scene.at}/grant`))
  await w.relay()
  await w.relay()
  const [fee, ...others] = await feesOf(scene)
  expect(others).toEqual([])
  expect(fee).toMatchObject({ status: 'assessed', currency: 'CNY', days: 26 })
  // 1 m across a road of 20 m, 26 days
  expect(fee.area_m2).toBeCloseTo(20, 0)
  expect(fee.restoration).toBeCloseTo(fee.area_m2 * 400, 0)
  expect(fee.occupation).toBeCloseTo(fee.area_m2 * 26 * 2, 0)
  expect(fee.total).toBeCloseTo(fee.restoration + fee.occupation, 2)
  expect(fee.lines).toMatchObject([{ name: '梧桐路', fee_factor: 1, surface: 'asphalt' }])
  expect(await audits(w, 'permit_fee.assess')).toHaveLength(1)
})

test('inside the no-dig years the restoration fee is multiplied by the factor of its band', async () => {
  const w = await world()
  await tariffs(w)
  const scene = await decidable(w)
  ok(await scene.authority.post(`/api/fees/${scene.permit}/assess`))
  const [fee] = await feesOf(scene)
  expect(fee.lines).toMatchObject([{ fee_factor: 3 }])
  expect(fee.restoration).toBeCloseTo(fee.area_m2 * 400 * 3, 0)
})

test('where the place asks for it, nothing is granted before the fee is paid or waived; elsewhere the grant does not wait', async () => {
  const w = await world()
  await oldRoad(w)
  await gate(w)
  const scene = await decidable(w)
  const { authority, id, at, permit } = scene
  expect(await offered(authority, id, 'permit.grant')).toMatchObject({ allowed: false, reason: 'permits/fee-open' })
  expect((await authority.post(`${at}/grant`)).body.code).toBe('permits/fee-open')
  expect(await offered(authority, id, 'permit_fee.assess')).toMatchObject({ allowed: true })
  ok(await authority.post(`/api/fees/${permit}/assess`))
  expect((await authority.post(`${at}/grant`)).body.code).toBe('permits/fee-open')
  const [fee] = await feesOf(scene)
  ok(await authority.post(`/api/fees/${fee.id}/settle`, { receipt: 'SJ-2026-0001' }))
  ok(await authority.post(`${at}/grant`))
  await w.relay()
  expect(await feesOf(scene)).toMatchObject([{ status: 'settled', receipt: 'SJ-2026-0001', version: 2 }])
  expect((await authority.post(`/api/fees/${permit}/assess`)).body.code).toBe('restrictions/fee-closed')
})

test('a waiver names its reason and its basis, and opens the grant as a payment does', async () => {
  const w = await world()
  await oldRoad(w)
  await gate(w)
  const scene = await decidable(w)
  const { authority, at, permit } = scene
  ok(await authority.post(`/api/fees/${permit}/assess`))
  const [{ id }] = await feesOf(scene)
  expect((await authority.post(`/api/fees/${id}/waive`, { reason: '政府工程' })).status).toBe(422)
  ok(await authority.post(`/api/fees/${id}/waive`, { reason: '政府工程', basis: '地方减免办法 第3条' }))
  expect(await feesOf(scene)).toMatchObject([{ status: 'waived', waiver_basis: '地方减免办法 第3条' }])
  ok(await authority.post(`${at}/grant`))
})

test('fees are the deciding authority’s to move and the parties’ to see; the second of two moves from one version is changed-since', async () => {
  const w = await world()
  await oldRoad(w)
  const scene = await decidable(w)
  const { authority, promoter, id, permit } = scene
  const stranger = w.as(await w.member('promoter', { another: true }))
  const foreign = w.as(await w.member('authority', { another: true }))
  expect((await promoter.post(`/api/fees/${permit}/assess`)).status).toBe(403)
  expect((await stranger.post(`/api/fees/${permit}/assess`)).status).toBe(404)
  expect((await foreign.post(`/api/fees/${permit}/assess`)).body.code).toBe('restrictions/other-authority')
  ok(await authority.post(`/api/fees/${permit}/assess`))
  const [fee] = await feesOf(scene)
  const pay = { receipt: 'SJ-1' }
  const path = `/api/fees/${fee.id}/settle`
  expect((await promoter.post(path, pay)).status).toBe(403)
  expect((await stranger.post(path, pay)).status).toBe(404)
  expect((await foreign.post(path, pay)).body.code).toBe('restrictions/other-authority')
  expect((await promoter.get(`/api/projects/${id}/fees`)).body.fees).toHaveLength(1)
  expect((await stranger.get(`/api/projects/${id}/fees`)).status).toBe(404)
  expect((await w.as(null).get(`/api/projects/${id}/fees`)).status).toBe(404)
  const both = await Promise.all([1, 2].map(() => authority.post(path, pay, { 'if-match': '"1"' })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await audits(w, 'permit_fee.settle')).toHaveLength(1)
})

test('a place without tariffs has no fee, and says so when one is to be assessed', async () => {
  const w = await world()
  const scene = await decidable(w)
  expect(await offered(scene.authority, scene.id, 'permit_fee.assess')).toBeUndefined()
  expect((await scene.authority.post(`/api/fees/${scene.permit}/assess`)).body.code).toBe('restrictions/no-tariff')
  ok(await scene.authority.post(`${scene.at}/grant`))
  await w.relay()
  expect(await feesOf(scene)).toEqual([])
})

test('what a granted change makes due beyond a paid fee is a further part; less is not paid back, and what was paid stays as it was', async () => {
  const w = await world()
  await oldRoad(w)
  const scene = await decidable(w)
  const { authority, promoter, at } = scene
  const change = async (valid_to: string) => {
    const { id } = ok(await promoter.post(`${at}/request-change`, { valid_to, reason: '雨季' })).body
    ok(await authority.post(`/api/changes/${id}/accept-application`))
    ok(await authority.post(`/api/changes/${id}/grant`))
    await w.relay()
    return feesOf(scene)
  }
  const pay = async (fee: { id: string }) => ok(await authority.post(`/api/fees/${fee.id}/settle`, { receipt: 'SJ-1' }))
  ok(await authority.post(`${at}/grant`))
  await w.relay()
  const [first] = await feesOf(scene)
  await pay(first)
  const from = Date.parse(plan.planned_to)
  const later = (days: number) => new Date(from + days * 86_400_000).toISOString().slice(0, 10)

  const [second, paid] = await change(later(10))
  expect(paid).toMatchObject({ id: first.id, status: 'settled', part: 1, total: first.total, version: 2 })
  expect(second).toMatchObject({ status: 'assessed', part: 2, restoration: 0, charged_before: first.total })
  expect(second.occupation).toBeCloseTo(10 * 2 * first.area_m2, 1)
  // a change while the part is open counts that part anew
  const [anew, ...rest] = await change(later(20))
  expect(anew).toMatchObject({ id: second.id, part: 2 })
  expect(anew.occupation).toBeCloseTo(20 * 2 * first.area_m2, 1)
  expect(rest).toHaveLength(1)
  await pay(anew)
  expect(await change(later(5))).toHaveLength(2)
  expect((await authority.post(`/api/fees/${scene.permit}/assess`)).body.code).toBe('restrictions/fee-closed')
})
