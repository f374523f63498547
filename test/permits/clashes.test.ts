import { expect, test } from 'vitest'
import { world } from '../world.ts'
import { localRule } from './file.ts'
import { offered, ok, plan } from './stage.ts'

test('where the place has it so, an applicant says that he has read what lies near his dig; it is on record', async () => {
  const w = await world()
  await w.member('authority')
  await localRule(w, 'permit.clashes', { acknowledged: true })
  const promoter = w.as(await w.member('promoter'))
  const id = ok(await promoter.post('/api/projects', plan)).body.id as string
  const apply = (body: object) => promoter.post(`/api/projects/${id}/apply`, body)
  expect((await offered(promoter, id, 'permit.apply'))!.input).toEqual({ clashes_acknowledged: 'boolean' })
  expect((await apply({})).body.code).toBe('permits/clashes-unacknowledged')
  expect((await apply({ clashes_acknowledged: false })).body.code).toBe('permits/clashes-unacknowledged')
  expect((await apply({ clashes_acknowledged: 'yes' })).body.errors[0].pointer).toBe('/clashes_acknowledged')
  ok(await apply({ clashes_acknowledged: true }))
  const said = await w.look(({ tx }) =>
    tx.raw(
      `select data -> 'clashes_acknowledged' as said from event where district_code = $1 and type = 'permit.submitted'`,
      [w.district_code],
    ),
  )
  expect(said).toEqual([{ said: true }])
})

test('elsewhere an application goes in without it, and a body is not asked for', async () => {
  const w = await world()
  await w.member('authority')
  const promoter = w.as(await w.member('promoter'))
  const id = ok(await promoter.post('/api/projects', plan)).body.id as string
  const answer = await promoter.raw(`/api/projects/${id}/apply`, { method: 'POST' })
  expect(answer.status).toBe(201)
})
