import { expect, test } from 'vitest'
import { world } from '../world.ts'
import { auditsLike, certain, fileOf, handIn, localRule, missingOf, promisable } from './file.ts'
import { accepted, after, applied, layGas, offered, ok, plan, trench, turn } from './stage.ts'

test('who has not applied yet is told what an application needs, and who has applied what is missing (材料清单)', async () => {
  const w = await world()
  await w.member('authority')
  const promoter = w.as(await w.member('promoter'))
  const id = ok(await promoter.post('/api/projects', plan)).body.id as string
  const needed = ok(await promoter.get(`/api/projects/${id}/documents-needed`)).body.documents as {
    code: string
    can_be_promised: boolean
  }[]
  expect(needed.map(({ code, can_be_promised }) => [code, can_be_promised])).toEqual([
    ...certain.map((code) => [code, false]),
    ...promisable.map((code) => [code, true]),
  ])
  const { documents } = ok(await promoter.post(`/api/projects/${id}/apply`)).body
  expect(documents.map(({ code, files }: { code: string; files: [] }) => [code, files.length])).toEqual(
    needed.map(({ code }) => [code, 0]),
  )
  expect(
    (await w.as(await w.member('promoter', { another: true })).get(`/api/projects/${id}/documents-needed`)).status,
  ).toBe(404)
})

test('a file handed in as a document is no longer missing, twice the same is once, and it is on record', async () => {
  const w = await world()
  const scene = await applied(w)
  const file = await fileOf(scene)
  const handIn = { document: 'traffic_plan', evidence: [file] }
  ok(await scene.promoter.post(`${scene.at}/hand-in`, handIn))
  const { documents } = ok(await scene.promoter.post(`${scene.at}/hand-in`, handIn)).body
  expect(documents.find(({ code }: { code: string }) => code === 'traffic_plan').files).toMatchObject([{ id: file }])
  expect(await missingOf(scene)).toEqual([...certain, 'construction_plan', 'restoration_plan'])
  expect(await auditsLike(w, 'permit.hand_in')).toMatchObject([{ detail: { document: 'traffic_plan' } }, {}])
  expect(await offered(scene.promoter, scene.id, 'permit.hand_in')).toMatchObject({
    allowed: true,
    input: {
      document: 'choice_required:planning_permit,design_documents,construction_plan,restoration_plan,traffic_plan',
      evidence: 'attachment_required',
    },
  })
})

test('only the applicant hands in, while the application runs, files of this dig, as documents of the list', async () => {
  const w = await world()
  const scene = await applied(w)
  const file = await fileOf(scene)
  const at = `${scene.at}/hand-in`
  const good = { document: 'traffic_plan', evidence: [file] }
  expect((await scene.authority.post(at, good)).body.code).toBe('permits/not-your-move')
  expect((await w.as(await w.member('promoter', { another: true })).post(at, good)).status).toBe(404)
  expect((await w.as(null).post(at, good)).status).toBe(404)
  expect((await scene.promoter.post(at, { ...good, document: 'poem' })).body.errors[0]).toMatchObject({
    pointer: '/document',
    code: 'permits/document-unknown',
  })
  const foreign = file.replace(/.{12}$/, '000000000000')
  expect((await scene.promoter.post(at, { ...good, evidence: [foreign] })).body.code).toBe('projects/evidence-unknown')
  expect((await scene.promoter.post(at, { ...good, evidence: [] })).status).toBe(422)
  expect((await scene.promoter.post(at, good, { 'if-match': '"99"' })).body.code).toBe('permits/changed-since')
  ok(await scene.authority.post(`${scene.at}/not-accept`, { reason: '不属于本机关' }))
  expect((await scene.promoter.post(at, good)).body.code).toBe('permits/wrong-state')
})

test('a supplement without words of its own asks for what the list lacks, once and completely; a complete list asks for nothing (32)', async () => {
  const w = await world()
  const scene = await applied(w)
  await handIn(scene, [...certain, 'traffic_plan'])
  expect(ok(await scene.authority.post(`${scene.at}/request-supplement`, {})).body.supplement_items).toEqual([
    '施工组织设计',
    '修复方案',
  ])
  const whole = await applied(w)
  await handIn(whole, [...certain, ...promisable])
  const refused = await whole.authority.post(`${whole.at}/request-supplement`, {})
  expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'permits/nothing-missing'])
  ok(await whole.authority.post(`${whole.at}/request-supplement`, { items: ['加盖公章'] }))
})

test('where the place says so an incomplete application is not accepted, and silence accepts it all the same', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const documents = [
    { code: 'traffic_plan', label_zh: '交通组织方案', label_en: 'traffic plan', can_be_promised: true },
  ]
  await localRule(w, 'documents.excavation', { holds_acceptance: true, documents })
  const scene = await applied(w)
  for (const [move, input] of [
    ['accept-application', {}],
    ['accept-jointly', { joint_with: '水务局' }],
  ] as const)
    expect((await scene.authority.post(`${scene.at}/${move}`, input)).body.code).toBe('permits/documents-missing')
  expect(await offered(scene.authority, scene.id, 'permit.accept_application')).toMatchObject({
    allowed: false,
    reason: 'permits/documents-missing',
  })
  await handIn(scene, ['traffic_plan'])
  ok(await scene.authority.post(`${scene.at}/accept-application`))
  const silent = await applied(w)
  w.clock.set('2026-03-20T02:00:00Z')
  await turn(w)
  expect((await silent.promoter.get(silent.at)).body.status).toBe('application_accepted')
})

test('inside the protection zone of a gas main the list asks for the protection plan, and where the place says so nothing is granted before it is there', async () => {
  const w = await world()
  await layGas(w)
  const scene = await after(w, accepted)
  expect(await missingOf(scene)).toContain('protection_plan')
  const grant = `${scene.at}/grant`
  expect(await offered(scene.authority, scene.id, 'permit.grant')).toMatchObject({ allowed: true })
  const plan = { code: 'protection_plan', label_zh: '保护方案', label_en: 'plan', can_be_promised: true, near: ['gas'] }
  await localRule(w, 'documents.excavation', { holds_acceptance: false, documents: [{ ...plan, holds_grant: true }] })
  expect(await offered(scene.authority, scene.id, 'permit.grant')).toMatchObject({
    allowed: false,
    reason: 'permits/protection-plan-missing',
  })
  expect((await scene.authority.post(grant)).body.code).toBe('permits/protection-plan-missing')
  await handIn(scene, ['protection_plan'])
  ok(await scene.authority.post(grant))
})

test('away from gas and oil nobody is asked for a protection plan', async () => {
  const w = await world()
  const far = { ...trench, coordinates: trench.coordinates.map(([lng, lat]) => [lng! + 0.001, lat!]) }
  await layGas(w)
  expect(await missingOf(await after(w, accepted, { geometry: far }))).not.toContain('protection_plan')
})
