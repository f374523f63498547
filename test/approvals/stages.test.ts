import { expect, test } from 'vitest'
import { auditsLike, localRule } from '../permits/file.ts'
import { after, delivered, getApprovals, ok, plan, toldTo, turn, workingDay } from '../permits/stage.ts'
import { world } from '../world.ts'
import { apply, approve, ask, plot, stageOf, stagesOf, type Plot } from './plot.ts'

const clocksOf = async ({ promoter, id }: Plot, kind: string) =>
  ((await promoter.get(`/api/projects/${id}`)).body.clocks as { kind: string; state: string; due_on: string }[]).filter(
    (clock) => clock.kind === kind,
  )
const wholeOf = async (scene: Plot) => (await clocksOf(scene, 'approval.whole'))[0]!

test('a stage asks every item of its list at once, each on a clock of its own, and tells its authority; another kind of dig runs no stages', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const planning = await w.member('planner')
  const scene = await plot(w)
  expect((await stagesOf(scene)).map(({ code, state }) => [code, state])).toEqual([
    ['land_use', 'not_asked'],
    ['works_planning', 'not_asked'],
    ['construction', 'not_asked'],
    ['joint_acceptance', 'not_asked'],
  ])
  ok(await ask(scene, 'land_use'))
  const { items, state } = await stageOf(scene, 'land_use')
  expect(state).toBe('running')
  for (const { promised, asked } of items)
    expect(asked).toMatchObject({ status: 'asked', due_on: workingDay('2026-03-02', promised!) })
  expect((await clocksOf(scene, 'approval.item')).map((clock) => clock.state)).toEqual(items.map(() => 'running'))
  w.clock.set('2026-03-10T02:00:00Z')
  const matters = (await w.as(planning).get('/api/desk')).body.items as { kind: string; is_mine: boolean }[]
  expect(matters.filter(({ is_mine }) => is_mine)).toMatchObject([{ kind: 'approval.item' }])
  expect(await toldTo(w, planning)).toEqual(['approval.asked'])
  const road = ok(await scene.promoter.post('/api/projects', plan)).body.id as string
  expect((await scene.promoter.get(`/api/projects/${road}/approvals`)).body.stages).toEqual([])
  expect((await scene.promoter.post(`/api/projects/${road}/approvals`, { stage: 'land_use' })).body.code).toBe(
    'approvals/invalid',
  )
})

test('stages follow each other: none is asked before the one before it is complete, none twice; the page says why', async () => {
  const scene = await plot(await world())
  expect((await ask(scene, 'works_planning')).body.code).toBe('approvals/stage-not-yet')
  ok(await ask(scene, 'land_use'))
  expect((await ask(scene, 'land_use')).body.code).toBe('approvals/stage-asked')
  expect((await ask(scene, 'works_planning')).body.code).toBe('approvals/stage-not-yet')
  const { actions } = (await scene.promoter.get(`/api/projects/${scene.id}`)).body
  expect(actions).toContainEqual(
    expect.objectContaining({ name: 'approval_item.ask', allowed: false, reason: 'approvals/stage-not-yet' }),
  )
  await approve(scene, 'land_use')
  expect((await stageOf(scene, 'land_use')).state).toBe('complete')
  ok(await ask(scene, 'works_planning'))
})

test('building works apply for their permit when the first two stages are complete, and are granted after the third', async () => {
  const scene = await plot(await world())
  expect((await apply(scene)).body.code).toBe('permits/approvals-open')
  await getApprovals(scene, 'land_use')
  expect((await apply(scene)).body.code).toBe('permits/approvals-open')
  await getApprovals(scene, 'works_planning')
  const permit = `/api/permits/${ok(await apply(scene)).body.id}`
  ok(await ask(scene, 'construction'))
  ok(await scene.authority.post(`${permit}/accept-application`))
  expect((await scene.authority.post(`${permit}/grant`)).body.code).toBe('permits/approvals-open')
  await approve(scene, 'construction')
  ok(await scene.authority.post(`${permit}/grant`))
})

test('building works are accepted only after joint acceptance, which is asked for when they are completed', async () => {
  const scene = await plot(await world({ now: '2026-03-02T02:00:00Z' }))
  const { authority, promoter, id } = scene
  await getApprovals(scene, 'land_use', 'works_planning', 'construction')
  const permit = `/api/permits/${ok(await apply(scene)).body.id}`
  for (const move of ['accept-application', 'grant', 'deliver']) ok(await authority.post(`${permit}/${move}`))
  expect((await ask(scene, 'joint_acceptance')).body.code).toBe('approvals/stage-not-yet')
  scene.w.clock.set('2026-03-11T02:00:00Z')
  ok(await promoter.post(`/api/projects/${id}/start`))
  const { sites } = (await promoter.get(`/api/projects/${id}`)).body as { sites: { id: string }[] }
  for (const site of sites)
    for (const move of ['open', 'backfill', 'restore']) ok(await promoter.post(`/api/sites/${site.id}/${move}`))
  ok(await promoter.post(`/api/projects/${id}/complete`))
  expect((await authority.post(`/api/projects/${id}/pass`)).body.code).toBe('works/approvals-open')
  const { actions } = (await authority.get(`/api/projects/${id}`)).body
  expect(actions).toContainEqual(
    expect.objectContaining({ name: 'works.pass', allowed: false, reason: 'works/approvals-open' }),
  )
  await getApprovals(scene, 'joint_acceptance')
  ok(await authority.post(`/api/projects/${id}/pass`))
  expect((await wholeOf(scene)).state).toBe('met')
})

test('what was not approved says why and holds the stage, until it is put right and asked for again on a new clock', async () => {
  const scene = await plot(await world())
  ok(await ask(scene, 'land_use'))
  const asked = (await stageOf(scene, 'land_use')).items[0]!.asked!
  const at = `/api/approvals/${asked.id}`
  expect((await scene.authority.post(`${at}/refuse`, {})).body.errors[0].pointer).toBe('/reason')
  ok(await scene.authority.post(`${at}/refuse`, { reason: '用地性质不符' }))
  await approve(scene, 'land_use')
  expect((await stageOf(scene, 'land_use')).state).toBe('running')
  expect((await stageOf(scene, 'land_use')).items[0]!.asked).toMatchObject({
    status: 'refused',
    reason: '用地性质不符',
    due_on: null,
  })
  ok(await scene.promoter.post(`${at}/ask-again`))
  expect((await stageOf(scene, 'land_use')).items[0]!.asked).toMatchObject({ status: 'asked', reason: null })
  await approve(scene, 'land_use')
  expect((await stageOf(scene, 'land_use')).state).toBe('complete')
})

test('only the authority that was asked answers, once, with the number of its paper, and not from a stale view; it is on record', async () => {
  const w = await world()
  const planner = w.as(await w.member('planner'))
  const scene = await plot(w)
  ok(await ask(scene, 'land_use'))
  const asked = (await stageOf(scene, 'land_use')).items.find(({ item }) => item === 'land_use_permit')!.asked!
  const at = `/api/approvals/${asked.id}/approve`
  const paper = { document_no: '地字第510116202600001号' }
  expect((await planner.post(at, {})).body.errors[0].pointer).toBe('/document_no')
  expect((await scene.promoter.post(at, paper)).body.code).toBe('approvals/not-your-move')
  expect((await scene.authority.post(at, paper)).body.code).toBe('approvals/other-authority')
  expect((await w.as(await w.member('promoter', { another: true })).post(at, paper)).status).toBe(404)
  expect((await w.as(null).post(at, paper)).status).toBe(404)
  const both = await Promise.all([1, 2].map(() => planner.post(at, paper, { 'if-match': `"${asked.version}"` })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect((await planner.post(at, paper)).body.code).toBe('approvals/wrong-state')
  expect((await stageOf(scene, 'land_use')).items[1]!.asked).toMatchObject({ status: 'approved', ...paper })
  expect((await auditsLike(w, 'approval_item.approve')).map(({ organisation_id }) => organisation_id)).toHaveLength(1)
})

test('only the promoter of the dig asks for a stage; two who ask at once make one', async () => {
  const w = await world()
  const scene = await plot(w)
  expect((await scene.authority.post(scene.at, { stage: 'land_use' })).body.code).toBe('approvals/not-your-move')
  const other = w.as(await w.member('promoter', { another: true }))
  expect((await other.post(scene.at, { stage: 'land_use' })).status).toBe(404)
  const both = await Promise.all([1, 2].map(() => ask(scene, 'land_use')))
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const { version } = (await scene.promoter.get(`/api/projects/${scene.id}`)).body
  const stale = await scene.promoter.post(scene.at, { stage: 'works_planning' }, { 'if-match': `"${version - 1}"` })
  expect(stale.body.code).toBe('approvals/changed-since')
})

test('the clock over all stages counts the authorities’ days only: it stands still while the promoter has the next step', async () => {
  const w = await world({ now: '2026-03-02T02:00:00Z' })
  const scene = await plot(w)
  ok(await ask(scene, 'land_use'))
  const first = await wholeOf(scene)
  expect(first.state).toBe('running')
  w.clock.set('2026-03-04T02:00:00Z')
  await approve(scene, 'land_use')
  expect((await wholeOf(scene)).state).toBe('paused')
  w.clock.set('2026-03-18T02:00:00Z')
  ok(await ask(scene, 'works_planning'))
  const again = await wholeOf(scene)
  expect(again.state).toBe('running')
  expect(again.due_on > first.due_on).toBe(true)
  await approve(scene, 'works_planning')
  expect((await wholeOf(scene)).state).toBe('paused')
  ok(await apply(scene))
  await w.relay()
  expect((await wholeOf(scene)).state).toBe('running')
})

test('what nobody answered falls with a dig that is given up, without fault', async () => {
  const w = await world()
  const scene = await plot(w)
  ok(await ask(scene, 'land_use'))
  ok(await scene.promoter.post(`/api/projects/${scene.id}/cancel`, { reason: '不再建设' }))
  await w.relay()
  expect((await stageOf(scene, 'land_use')).items.map(({ asked }) => asked!.status)).toEqual(['dropped', 'dropped'])
  expect((await clocksOf(scene, 'approval.item')).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
  expect((await wholeOf(scene)).state).toBe('cancelled')
  await turn(w)
})

test('a place may have a line check (验线) before pipeline works start: they wait for it, and go on when it is confirmed', async () => {
  const w = await world({ now: '2026-03-10T02:00:00Z' })
  await localRule(w, 'approval.stages', {
    stages: [
      {
        code: 'line_check',
        label_zh: '验线',
        label_en: 'Line check',
        kinds: ['pipeline_works'],
        before: 'works.start',
        when: ['permitted'],
        items: ['line_check'],
      },
    ],
  })
  const asks = { duty: 'planning', kind: 'planning' }
  await localRule(
    w,
    'approval.line_check',
    { label_zh: '验线', label_en: 'Line check', promised: 3, asks },
    'working_days',
  )
  const scene = await after(w, delivered)
  const start = () => scene.promoter.post(`/api/projects/${scene.id}/start`)
  expect((await start()).body.code).toBe('works/approvals-open')
  const line = { ...scene, at: `/api/projects/${scene.id}/approvals` }
  ok(await ask(line, 'line_check'))
  expect((await stageOf(line, 'line_check')).items[0]!.asked!.due_on).toBe(workingDay('2026-03-10', 3))
  expect(await clocksOf(line, 'approval.whole')).toEqual([])
  await approve(line, 'line_check')
  ok(await start())
})
