import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { after, delivered, ok, stageOf, toldTo, turn, type Scene } from './stage.ts'

const reason = { reason: '隐瞒有关情况' }
const permittedNow = async ({ w }: Scene) =>
  w.look(({ tx }) =>
    tx.raw(
      `select source from project_geometry where district_code = $1 and life = 'permitted' and recorded_to is null and valid_to is null`,
      [w.district_code],
    ),
  )

test.each([
  ['revoke', 'revoked', '行政许可法 第69条第2款'],
  ['withdraw', 'withdrawn_by_authority', '行政许可法 第8条第2款'],
  ['deregister', 'deregistered', '行政许可法 第70条第3项'],
])('%s cites the law it is done by, says why, ends the dig and closes its ground', async (move, status, basis) => {
  const w = await world()
  const scene = await after(w, delivered)
  expect(await permittedNow(scene)).toHaveLength(1)
  const path = `${scene.at}/${move}`
  expect((await scene.authority.post(path, reason)).body.errors[0].pointer).toBe('/basis')
  expect((await scene.authority.post(path, { basis })).body.errors[0].pointer).toBe('/reason')
  expect(ok(await scene.authority.post(path, { ...reason, basis })).body).toMatchObject({
    status,
    ending_basis: basis,
    decision_reason: reason.reason,
  })
  expect(await stageOf(scene)).toBe('terminated')
  expect(await permittedNow(scene)).toEqual([])
  const told = { revoke: 'permit.revoked', withdraw: 'permit.withdrawn', deregister: 'permit.deregistered' }[move]
  expect(await toldTo(w, await w.member('promoter'))).toContain(told)
})

test('a permit is cancelled as a penalty only after its holder was told of the hearing and had five working days to ask for it', async () => {
  const w = await world({ now: '2026-03-09T02:00:00Z' })
  const scene = await after(w, delivered)
  const cancel = (hearing_told_on?: string) =>
    scene.authority.post(`${scene.at}/cancel-as-penalty`, {
      ...reason,
      basis: '城市道路管理条例 第42条',
      hearing_told_on,
    })
  expect((await cancel()).body.errors[0].pointer).toBe('/hearing_told_on')
  expect((await cancel('2026-03-10')).body.errors[0].code).toBe('permits/in-the-future')
  expect((await cancel('2026-03-02')).body.code).toBe('permits/hearing-time-runs')
  expect(ok(await cancel('2026-02-27')).body).toMatchObject({
    status: 'cancelled_as_penalty',
    hearing_told_on: '2026-02-27',
  })
  expect(await stageOf(scene)).toBe('terminated')
})

test('striking an expired permit off the register ends nothing anew: the works under it go on', async () => {
  const w = await world({ now: '2026-03-10T02:00:00Z' })
  const scene = await begun(w)
  w.clock.set('2026-05-01T02:00:00Z')
  await turn(w)
  expect((await scene.promoter.get(scene.at)).body.status).toBe('expired')
  expect(await stageOf(scene)).toBe('in_progress')
  ok(await scene.authority.post(`${scene.at}/deregister`, { ...reason, basis: '行政许可法 第70条第1项' }))
  expect(await stageOf(scene)).toBe('in_progress')
})

async function begun(w: World): Promise<Scene> {
  const scene = await after(w, delivered)
  ok(await scene.promoter.post(`/api/projects/${scene.id}/start`))
  return scene
}
