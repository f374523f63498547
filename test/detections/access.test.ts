import { expect, test } from 'vitest'
import type { MemberRole } from '../../server/db/queries.gen.ts'
import { world, type World } from '../world.ts'
import { box, layDig } from './ground.ts'

const report = (w: World) => ({
  geometry: box(w, 0, 0, 20, 20),
  observed_at: '2026-02-10T03:00:00Z',
  source: 'patrol',
})
const expected: Record<MemberRole | 'public', { report: number; read: number; move: number }> = {
  inspector: { report: 201, read: 200, move: 200 },
  authority: { report: 201, read: 200, move: 200 },
  admin: { report: 201, read: 200, move: 403 },
  planner: { report: 403, read: 200, move: 403 },
  auditor: { report: 403, read: 200, move: 403 },
  promoter: { report: 404, read: 404, move: 404 },
  utility: { report: 404, read: 404, move: 404 },
  registry: { report: 404, read: 404, move: 404 },
  public: { report: 404, read: 404, move: 404 },
}

test.each(Object.entries(expected))(
  '%s: report, read and move a suspected dig as its role may',
  async (role, answers) => {
    const w = await world()
    const inspector = await w.member('inspector')
    const { body } = await w.as(inspector).post('/api/detections', report(w))
    const who = w.as(role === 'public' ? null : await w.member(role as MemberRole))
    const at = `/api/detections/${body.id}`
    expect((await who.get(at)).status).toBe(answers.read)
    expect((await who.get('/api/detections')).status).toBe(answers.read)
    expect((await who.get('/api/detections/coverage')).status).toBe(answers.read)
    expect((await who.post(`${at}/dispatch`)).status).toBe(answers.move)
    expect((await who.post('/api/detections', { ...report(w), geometry: box(w, 300, 0, 9, 9) })).status).toBe(
      answers.report,
    )
  },
)

test('another district, and the promoter whose dig is near, know nothing of it: no detection, no event, no clock', async () => {
  const w = await world()
  const dig = await layDig(w, { geometry: box(w, -10, 0, 20, 20) })
  const { body } = await w.as(await w.member('inspector')).post('/api/detections', report(w))
  expect(body.coverage).toBe('partly_covered')
  const away = await world()
  expect((await away.as(await away.member('inspector')).get(`/api/detections/${body.id}`)).status).toBe(404)
  const told = await w.look(({ tx }) =>
    tx.raw(
      `select 'event' as kind from event where district_code = $1 and subject_kind = 'detection' and (promoter_id is not null or project_id is not null)
       union all select 'clock' from clock where district_code = $1 and subject_kind = 'detection' and (promoter_id = $2 or project_id is not null)`,
      [w.district_code, dig.promoter_id],
    ),
  )
  expect(told).toEqual([])
})

test('the list is filtered by place and status and paged, the last observed first; the figure counts digs, not repeats or false alarms', async () => {
  const w = await world()
  const inspector = await w.member('inspector')
  await layDig(w, { geometry: box(w, 0, 0, 30, 30) })
  const days = ['2026-02-10', '2026-02-11', '2026-02-12', '2026-02-13']
  for (const [i, observed_on] of days.entries())
    await w
      .as(inspector)
      .post('/api/detections', { geometry: box(w, i * 100, 0, 20, 20), observed_on, source: 'satellite' })
  await w
    .as(inspector)
    .post('/api/detections', { geometry: box(w, 100, 0, 20, 20), observed_on: '2026-02-12', source: 'citizen' })
  const ask = async (query: string) => (await w.as(inspector).get(`/api/detections?${query}`)).body
  const first = await ask('limit=3')
  const second = await ask(`limit=3&cursor=${first.next}`)
  const seen = [...first.detections, ...second.detections].map((row: { observed_on: string }) => row.observed_on)
  expect(seen).toEqual(days.toReversed())
  expect(second.next).toBeNull()
  expect((await ask('status=auto_matched')).detections).toMatchObject([{ observed_on: '2026-02-10', card: 'none' }])
  const [lon, lat] = first.detections[0].centre.coordinates
  const near = await ask(`bbox=${lon - 0.0001},${lat - 0.0001},${lon + 0.0001},${lat + 0.0001}`)
  expect(near.detections.map(({ observed_on }: { observed_on: string }) => observed_on)).toEqual(['2026-02-13'])
  expect((await w.as(inspector).get('/api/detections?status=nonsense')).status).toBe(422)
  const { body } = await w.as(inspector).get('/api/detections/coverage')
  expect(body).toMatchObject({ detected: 4, under_permit: 1, open: 3, share_under_permit: 0.25 })
  expect(body.share_of_area).toBeCloseTo(0.25, 3)
  const empty = (await w.as(inspector).get('/api/detections/coverage?from=2025-01-01&to=2025-12-31')).body
  expect(empty).toMatchObject({ detected: 0, share_under_permit: null })
})
