import { expect, test } from 'vitest'
import { specialProcedures } from '../../server/permits/states.ts'
import { world } from '../world.ts'
import { accepted, after, clockOf, offered, ok, toldTo, workingDay } from './stage.ts'

test('each kind of special procedure pauses the decision clock with its own legal ground, and the applicant is told how long it takes (45)', async () => {
  for (const kind of specialProcedures) {
    const w = await world()
    const scene = await after(w, accepted)
    ok(
      await scene.authority.post(`${scene.at}/start-special-procedure`, {
        kind,
        expected_until: '2026-03-20',
        reason: '需组织评审',
      }),
    )
    expect(await clockOf(scene, 'permit.decision')).toMatchObject({ state: 'paused', card: 'none' })
    const [pause] = await w.look(({ tx }) =>
      tx.raw<{ basis_zh: string }>('select basis_zh from clock_pause where district_code = $1', [w.district_code]),
    )
    expect(pause!.basis_zh).toMatch(/^行政许可法 第45条（.+）$/)
    expect((await scene.promoter.get(scene.at)).body.special_procedures).toMatchObject([
      { kind, expected_until: '2026-03-20', ended_at: null },
    ])
    expect(await toldTo(w, await w.member('promoter'))).toContain('permit.special_procedure_started')
  }
})

test('the days of the procedure are not counted: the last day moves by the working days between', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await after(w, accepted)
  expect((await clockOf(scene, 'permit.decision'))!.due_on).toBe(workingDay('2026-03-02', 20))
  w.clock.set('2026-03-05T02:00:00Z')
  ok(
    await scene.authority.post(`${scene.at}/start-special-procedure`, {
      kind: 'testing',
      expected_until: '2026-03-20',
      reason: '需组织评审',
    }),
  )
  w.clock.set('2026-03-19T02:00:00Z')
  ok(await scene.authority.post(`${scene.at}/end-special-procedure`))
  // ten working days lie after the 5th up to the 19th
  expect((await clockOf(scene, 'permit.decision'))!).toMatchObject({
    state: 'running',
    due_on: workingDay('2026-03-02', 30),
  })
  expect((await scene.promoter.get(scene.at)).body.special_procedures[0].ended_at).toContain('2026-03-19')
})

test('a procedure without a kind, or whose time has passed, is refused by the field; nothing is granted while it lasts', async () => {
  const w = await world()
  const scene = await after(w, accepted)
  const start = (body: object) => scene.authority.post(`${scene.at}/start-special-procedure`, body)
  expect(
    (await start({ kind: 'lunch', expected_until: '2026-03-20', reason: '需组织评审' })).body.errors[0].pointer,
  ).toBe('/kind')
  expect(
    (await start({ kind: 'hearing', expected_until: '2026-03-01', reason: '需组织评审' })).body.errors[0].code,
  ).toBe('permits/time-passed')
  ok(await start({ kind: 'hearing', expected_until: '2026-03-20', reason: '需组织评审' }))
  expect((await scene.authority.post(`${scene.at}/grant`)).body.code).toBe('permits/wrong-state')
  expect(await offered(scene.authority, scene.id, 'permit.grant')).toBeUndefined()
})
