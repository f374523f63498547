import { expect, test } from 'vitest'
import { world } from '../world.ts'
import { accepted, after, applied, clockOf, offered, ok, toldTo, workingDay } from './stage.ts'

const extension = { reason: '需征求轨道公司意见', approved_by: '局长' }

test('the head of the authority puts the decision off by ten working days, and the applicant is told why and until when (42)', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await after(w, accepted)
  ok(await scene.authority.post(`${scene.at}/extend-decision`, extension))
  expect(await clockOf(scene, 'permit.decision')).toMatchObject({
    state: 'running',
    statutory_limit: 30,
    due_on: workingDay('2026-03-02', 30),
    statutory_due_on: workingDay('2026-03-02', 30),
  })
  expect(await toldTo(w, await w.member('promoter'))).toContain('permit.decision_extended')
  const { events } = (await scene.promoter.get(`/api/projects/${scene.id}/history`)).body
  expect(events.find(({ type }: { type: string }) => type === 'permit.decision_extended').data.reason).toBe(
    extension.reason,
  )
  const versions = await w.look(({ tx }) =>
    tx.raw<{ due_on: string }>(
      `select v.due_on from clock_version v join clock c on c.id = v.clock_id where c.district_code = $1 and c.kind = 'permit.decision' order by v.version`,
      [w.district_code],
    ),
  )
  expect(versions.map(({ due_on }) => due_on)).toEqual([workingDay('2026-03-02', 20), workingDay('2026-03-02', 30)])
})

test('a promised limit moves with the statutory one; a promise already broken stays broken', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  await w.look(({ tx }) =>
    tx.raw(
      `insert into rule (jurisdiction, key, valid_from, value, unit, basis_zh, basis_en, source)
       values ($1, 'permit.decision', '2026-01-01', '{"statutory": 20, "promised": 9}', 'working_days', '承诺', 'promised', 'test')`,
      [String(w.district_code)],
    ),
  )
  const early = await after(w, accepted)
  const late = await after(w, accepted)
  ok(await early.authority.post(`${early.at}/extend-decision`, extension))
  expect(await clockOf(early, 'permit.decision')).toMatchObject({
    due_on: workingDay('2026-03-02', 19),
    statutory_due_on: workingDay('2026-03-02', 30),
  })
  w.clock.set('2026-03-18T02:00:00Z')
  ok(await late.authority.post(`${late.at}/extend-decision`, extension))
  expect(await clockOf(late, 'permit.decision')).toMatchObject({
    card: 'red',
    due_on: workingDay('2026-03-02', 9),
    statutory_due_on: workingDay('2026-03-02', 30),
  })
})

test('it is put off once, and while the limit still runs; the page says so beforehand', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await after(w, accepted)
  ok(await scene.authority.post(`${scene.at}/extend-decision`, extension))
  expect((await scene.authority.post(`${scene.at}/extend-decision`, extension)).body.code).toBe('permits/extended-once')
  expect(await offered(scene.authority, scene.id, 'permit.extend_decision')).toMatchObject({
    allowed: false,
    reason: 'permits/extended-once',
  })
  const other = await after(w, accepted)
  w.clock.set(`${workingDay('2026-03-02', 21)}T02:00:00Z`)
  expect((await other.authority.post(`${other.at}/extend-decision`, extension)).body.code).toBe('permits/limit-over')
})

test('an extension without its reason or its approver is refused by the field', async () => {
  const w = await world()
  const scene = await after(w, accepted)
  const pointers = (await scene.authority.post(`${scene.at}/extend-decision`, {})).body.errors.map(
    ({ pointer }: { pointer: string }) => pointer,
  )
  expect(pointers.toSorted()).toEqual(['/approved_by', '/reason'])
})

test('authorities that decide together have forty-five working days, and fifteen more (42)', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await applied(w)
  const joint = ok(await scene.authority.post(`${scene.at}/accept-jointly`, { joint_with: '公安交管、园林' })).body
  expect(joint).toMatchObject({ is_joint: true, joint_with: '公安交管、园林' })
  expect(await clockOf(scene, 'permit.decision_joint')).toMatchObject({
    statutory_limit: 45,
    due_on: workingDay('2026-03-02', 45),
    basis_zh: '行政许可法 第42条第2款',
  })
  ok(await scene.authority.post(`${scene.at}/extend-decision`, extension))
  expect(await clockOf(scene, 'permit.decision_joint')).toMatchObject({ statutory_limit: 60 })
  ok(await scene.authority.post(`${scene.at}/grant`))
  expect((await clockOf(scene, 'permit.decision_joint'))!.state).toBe('met')
})
