import { expect, test } from 'vitest'
import { toCgcs2000 } from '../../server/geometry/crs.ts'
import type { Position } from '../../server/geometry/geojson.ts'
import { audits } from '../projects/dig.ts'
import { offered, ok } from '../permits/stage.ts'
import { world } from '../world.ts'
import { rule } from '../restrictions/ground.ts'
import { opened, rectangle, survey } from './ground.ts'

const asked = { kinds: ['pipeline_works'], before: ['backfill', 'complete'] }
const lives = async (scene: Awaited<ReturnType<typeof opened>>) =>
  (await scene.promoter.get(`/api/projects/${scene.id}/geometries`)).body

test('a survey is kept as the as-built life in both times; the next one of the site supersedes it and both stay', async () => {
  const w = await world()
  const scene = await opened(w)
  w.clock.add(2)
  const first = ok(await survey(scene, { surveyed_at: '2026-03-02T03:00:00Z', length_m: 20 }))
  expect(first.status).toBe(201)
  w.clock.add(1)
  ok(await survey(scene, { geometry: rectangle(20, 5, 0.1) }))
  const { versions } = await lives(scene)
  expect(versions.map((v: { life: string; is_current: boolean }) => [v.life, v.is_current])).toEqual([
    ['plan', true],
    ['permitted', true],
    ['as_built', true],
    ['as_built', false],
  ])
  const [, , now, before] = versions
  expect(before).toMatchObject({
    valid_from: '2026-03-02T03:00:00.000Z',
    valid_to: '2026-03-02T05:00:00.000Z',
    recorded_from: '2026-03-02T04:00:00.000Z',
    recorded_to: '2026-03-02T05:00:00.000Z',
    survey: { version: 1, depth_m: 1.8, length_m: 20, crs: 'EPSG:4490' },
  })
  expect(now).toMatchObject({ valid_to: null, recorded_to: null, site_number: 1, survey: { version: 2 } })
  expect(now.area_m2).toBeCloseTo(100, 0)
  expect(now.length_m).toBeCloseTo(20, 1)
  expect(await audits(w, 'survey.hand_in')).toHaveLength(2)
})

test('a survey in a declared Gauss-Kruger zone lands where the same ground in degrees does', async () => {
  const w = await world()
  const scene = await opened(w)
  const zone = toCgcs2000('EPSG:4523')
  if ('severity' in zone) throw new Error('no zone')
  const [ring] = rectangle(20, 5).coordinates
  const geometry = { type: 'Polygon', coordinates: [ring!.map((p) => zone.fromCgcs2000(p as Position))] }
  const answer = ok(await survey(scene, { geometry, crs: 'EPSG:4523' })).body
  const [difference] = answer.differences.filter((row: { life: string }) => row.life === 'as_built')
  expect(difference.outside_m2).toBeLessThan(0.05)
  expect(difference.hausdorff_m).toBeLessThan(0.01)
  expect(answer.versions.find((v: { life: string }) => v.life === 'as_built').survey.crs).toBe('EPSG:4523')
})

test('where the place asks for it, a site is not backfilled before its survey, and the works are not complete', async () => {
  const w = await world()
  await rule(w, { key: 'works.survey', value: asked })
  const scene = await opened(w)
  const { promoter, site, id } = scene
  expect(await offered(promoter, id, 'site.backfill')).toMatchObject({ allowed: false, reason: 'sites/survey-missing' })
  const refused = await promoter.post(`/api/sites/${site}/backfill`)
  expect([refused.status, refused.body.code]).toEqual([409, 'sites/survey-missing'])
  ok(await survey(scene))
  expect(await offered(promoter, id, 'site.backfill')).toMatchObject({ allowed: true })
  ok(await promoter.post(`/api/sites/${site}/backfill`))
  ok(await promoter.post(`/api/projects/${id}/complete`))
})

test('where only completion waits for it, a backfilled site without a survey holds the works open', async () => {
  const w = await world()
  await rule(w, { key: 'works.survey', value: { ...asked, before: ['complete'] } })
  const { promoter, site, id } = await opened(w)
  ok(await promoter.post(`/api/sites/${site}/backfill`))
  expect(await offered(promoter, id, 'works.complete')).toMatchObject({ reason: 'works/survey-missing' })
  const refused = await promoter.post(`/api/projects/${id}/complete`)
  expect([refused.status, refused.body.code]).toEqual([409, 'works/survey-missing'])
})

test('where the rule does not name the kind, nothing waits for a survey', async () => {
  const w = await world()
  await rule(w, { key: 'works.survey', value: asked })
  const { promoter, site, id } = await opened(w, rectangle(20, 5), 'road_excavation')
  ok(await promoter.post(`/api/sites/${site}/backfill`))
  ok(await promoter.post(`/api/projects/${id}/complete`))
})

test('what is wrong with a survey is named: its shape, its file, its time before opening, after backfill, in the future', async () => {
  const w = await world()
  const scene = await opened(w)
  const codes = async (over: object) => {
    const { status, body } = await survey(scene, over)
    return [status, ...(body.errors ?? []).map((e: { pointer: string }) => e.pointer)]
  }
  expect(
    await codes({
      geometry: {
        type: 'LineString',
        coordinates: [
          [103.92, 30.57],
          [103.921, 30.57],
        ],
      },
    }),
  ).toEqual([422, '/width_m'])
  expect(await codes({ evidence: [] })).toEqual([422, '/evidence'])
  expect(await codes({ evidence: ['att_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c'] })).toEqual([422, '/evidence/0'])
  expect(await codes({ surveyed_at: '2026-03-01T00:00:00Z' })).toEqual([422, '/surveyed_at'])
  expect(await codes({ surveyed_at: '2026-03-09T00:00:00Z' })).toEqual([422, '/surveyed_at'])
  expect(await codes({ crs: 'EPSG:99999' })).toEqual([422, '/crs'])
  ok(await scene.promoter.post(`/api/sites/${scene.site}/backfill`))
  w.clock.add(1)
  const late = await survey(scene)
  expect(late.body.errors).toMatchObject([{ pointer: '/surveyed_at', code: 'surveys/after-backfill' }])
  expect((await survey(scene, { surveyed_at: '2026-03-02T02:00:00Z' })).status).toBe(201)
})

test('a survey is the promoter’s of that dig alone: others may not, strangers do not know it; the second of two from one version is changed-since', async () => {
  const w = await world()
  const scene = await opened(w)
  const { site, id } = scene
  const input = {
    geometry: rectangle(20, 5),
    depth_m: 1,
    evidence: ['att_510116_0b54e0a2-8f2e-4f7b-9b58-1d2f3c4a5b6c'],
  }
  for (const role of ['authority', 'inspector', 'planner'] as const)
    expect((await w.as(await w.member(role)).post(`/api/sites/${site}/survey`, input)).status, role).toBe(403)
  const stranger = await w.member('promoter', { another: true })
  for (const caller of [stranger, await w.member('utility', { utility_kind: 'gas' }), null])
    expect((await w.as(caller).post(`/api/sites/${site}/survey`, input)).status).toBe(404)
  expect((await w.as(stranger).get(`/api/projects/${id}/geometries`)).status).toBe(404)
  expect((await w.as(null).get(`/api/projects/${id}/geometries`)).status).toBe(404)
  expect((await w.as(await w.member('auditor')).get(`/api/projects/${id}/geometries`)).status).toBe(200)
  const both = await Promise.all([1, 2].map(() => survey(scene, {}, { 'if-match': '"0"' })))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(both.find(({ status }) => status === 409)!.body.code).toBe('surveys/changed-since')
})

test('a site that was never opened, or a file that is closed to it, takes no survey', async () => {
  const w = await world()
  const scene = await opened(w)
  const { promoter, authority, site, id } = scene
  ok(await promoter.post(`/api/sites/${site}/backfill`))
  ok(await promoter.post(`/api/projects/${id}/complete`))
  ok(await authority.post(`/api/projects/${id}/pass`))
  expect((await survey(scene)).body.code).toBe('surveys/wrong-state')
})
