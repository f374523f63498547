import { expect, test } from 'vitest'
import { fileOf, localRule } from '../permits/file.ts'
import { after, delivered, offered, ok, type Scene } from '../permits/stage.ts'
import { world, type World } from '../world.ts'

const here = { lon: '103.921', lat: '30.5705' }
const far = { lon: '103.93', lat: '30.58' }

/** Permitted works on the first day of their permit. */
async function ready(w: World): Promise<Scene> {
  const scene = await after(w, delivered)
  w.clock.set('2026-03-10T02:00:00Z')
  return scene
}
/** Works begun, and every site filled again. */
async function filled(w: World): Promise<Scene> {
  const scene = await ready(w)
  ok(await move(scene, 'start'))
  for (const { id } of (await scene.promoter.get(`/api/projects/${scene.id}`)).body.sites)
    for (const step of ['open', 'backfill']) ok(await scene.promoter.post(`/api/sites/${id}/${step}`))
  return scene
}
const move = ({ promoter, id }: Scene, name: string, body: object = {}) =>
  promoter.post(`/api/projects/${id}/${name}`, body)

test('where the place asks for it, works start with a photo taken at the dig: none, one from elsewhere or from nowhere is refused by its field', async () => {
  const w = await world()
  const scene = await ready(w)
  await localRule(w, 'works.proof', { kinds: ['pipeline_works'], start: { photos: 1, within_m: 150 } })
  const refused = async (evidence: string[]) => (await move(scene, 'start', { evidence })).body.errors[0]
  expect(await refused([])).toMatchObject({ pointer: '/evidence', code: 'works/photo-missing' })
  expect(await refused([await fileOf(scene, far)])).toMatchObject({
    pointer: '/evidence',
    code: 'works/photo-elsewhere',
  })
  expect(await refused([await fileOf(scene)])).toMatchObject({ pointer: '/evidence', code: 'works/photo-elsewhere' })
  ok(await move(scene, 'start', { evidence: [await fileOf(scene, here)] }))
})

test('completion with photos and acceptance with the measured area, where the place asks for them; elsewhere both go without', async () => {
  const w = await world()
  const scene = await filled(w)
  await localRule(w, 'works.proof', { kinds: ['pipeline_works'], complete: { photos: 1 }, pass: { measured: true } })
  expect((await move(scene, 'complete')).body.errors[0].code).toBe('works/photo-missing')
  ok(await move(scene, 'complete', { evidence: [await fileOf(scene)] }))
  const pass = `/api/projects/${scene.id}/pass`
  expect((await scene.authority.post(pass)).body.errors[0]).toMatchObject({
    pointer: '/restored_m2',
    code: 'works/not-measured',
  })
  ok(await scene.authority.post(pass, { restored_m2: 260 }))
})

test('the nation asks for no photo: a dig elsewhere starts and is reported complete without one', async () => {
  const w = await world()
  const scene = await filled(w)
  ok(await move(scene, 'complete'))
})

test('stopped works do not go on in a blackout period', async () => {
  const w = await world()
  const scene = await ready(w)
  ok(await move(scene, 'start'))
  ok(await move(scene, 'suspend', { reason: '等待迁改' }))
  ok(
    await scene.authority.post('/api/restrictions/blackouts', {
      name_zh: '高考停工期',
      name_en: 'exam blackout',
      reason: 'exam',
      from_on: '2026-03-11',
      to_on: '2026-03-13',
      kinds: ['pipeline_works'],
      exempts_emergency: true,
      basis: '关于高考期间停工的通知',
    }),
  )
  w.clock.set('2026-03-12T02:00:00Z')
  expect(await offered(scene.promoter, scene.id, 'works.resume')).toMatchObject({
    allowed: false,
    reason: 'works/in-blackout',
  })
  expect((await move(scene, 'resume')).body.code).toBe('works/in-blackout')
  w.clock.set('2026-03-14T02:00:00Z')
  ok(await move(scene, 'resume'))
})

test('building works that stopped for a year go on only once the authority has verified the permit (建筑法 11); a day less and the promoter resumes', async () => {
  const w = await world()
  const scene = await after(w, delivered, { kind: 'building_works', planned_to: '2028-04-30', geometry: plot })
  w.clock.set('2026-03-10T02:00:00Z')
  ok(await move(scene, 'start'))
  ok(await move(scene, 'suspend', { reason: '资金未到位' }))
  w.clock.set('2027-03-09T02:00:00Z')
  expect(await offered(scene.promoter, scene.id, 'works.resume')).toMatchObject({ allowed: true })
  w.clock.set('2027-03-10T02:00:00Z')
  expect((await move(scene, 'resume')).body.code).toBe('works/reverification-due')
  ok(await scene.authority.post(`/api/projects/${scene.id}/resume`, { note: '已核验许可证' }))
})

const plot = {
  type: 'Polygon',
  coordinates: [
    [
      [103.92, 30.57],
      [103.921, 30.57],
      [103.921, 30.571],
      [103.92, 30.571],
      [103.92, 30.57],
    ],
  ],
}
