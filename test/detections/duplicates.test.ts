import { expect, test } from 'vitest'
import { detectionJobs } from '../../server/detections/jobs.ts'
import { world, type World } from '../world.ts'
import { box, layDetection, layDig } from './ground.ts'

const match = (w: World) => detectionJobs[0]!.run(w.parts, w.district_code)
async function statuses(w: World, ids: string[]) {
  const rows = (await w.look(({ tx }) =>
    tx.raw(`select id, status, duplicate_of_id, duplicate_overlap from detection where district_code = $1`, [
      w.district_code,
    ]),
  )) as { id: string; status: string; duplicate_of_id: string | null; duplicate_overlap: number | null }[]
  return ids.map((id) => {
    const { status, duplicate_of_id } = rows.find((row) => row.id === id)!
    return duplicate_of_id ? `${status} of ${ids.indexOf(duplicate_of_id)}` : status
  })
}
const square = (w: World, east: number) => box(w, east, 0, 30, 30)

test('a second patch of the same place is linked to the first, not followed up again; one that overlaps little, or later, is not', async () => {
  const w = await world()
  const patches = [
    [0, '2026-02-01'],
    [9, '2026-02-20'], // 21 of 39 m: 0.54
    [11, '2026-02-20'], // 19 of 41 m: 0.46 of the first; that it repeats a repeat does not count
    [-20, '2026-02-02'], // 0.2
    [0, '2026-03-04'], // 31 days on; much of the third
  ] as const
  const ids: string[] = []
  for (const [east, observed_on] of patches)
    ids.push(await layDetection(w, square(w, east), { observed_on, reference: `DT-${ids.length}` }))
  await match(w)
  expect(await statuses(w, ids)).toEqual([
    'needs_review',
    'duplicate of 0',
    'needs_review',
    'needs_review',
    'needs_review',
  ])
  const inspector = await w.member('inspector')
  const read = async (i: number) => (await w.as(inspector).get(`/api/detections/det_${w.district_code}_${ids[i]}`)).body
  const [first, second] = [await read(0), await read(1)]
  expect(first.repeats).toMatchObject([{ id: second.id, reference: 'DT-1', observed_on: '2026-02-20' }])
  expect(second).toMatchObject({ duplicate_of_id: first.id, duplicate_of_reference: 'DT-0', case: null })
  expect(second.duplicate_overlap).toBeCloseTo(21 / 39, 2)
  const listed = async (query = '') => (await w.as(inspector).get(`/api/detections${query}`)).body.detections
  expect(await listed()).toHaveLength(4)
  expect(await listed('?status=duplicate')).toHaveLength(1)
})

test('a file and single reports of the same patches come out the same', async () => {
  const [one, other] = [await world(), await world()]
  const patches = Array.from({ length: 40 }, (_, i) => [(i * 37) % 110, (i * 7) % 50, 1 + ((i * 5) % 28)] as const)
  const row = (i: number) => ({
    observed_on: `2026-02-${String(patches[i]![2]).padStart(2, '0')}`,
    reference: `DT-${String(i).padStart(2, '0')}`,
  })
  const order = patches
    .map((_, i) => i)
    .toSorted((a, b) => (row(a).observed_on + row(a).reference < row(b).observed_on + row(b).reference ? -1 : 1))
  const laid = async (w: World, i: number) => layDetection(w, box(w, patches[i]![0], patches[i]![1], 60, 60), row(i))
  const single: string[] = []
  for (const i of order) {
    single.push(await laid(one, i))
    await match(one)
  }
  const filed: string[] = []
  for (const i of order) filed.push(await laid(other, i))
  await match(other)
  const outcome = await statuses(other, filed)
  expect(outcome).toEqual(await statuses(one, single))
  expect(new Set(outcome.map((text) => text.split(' ')[0]))).toEqual(new Set(['needs_review', 'duplicate']))
  for (const w of [one, other]) {
    const rows = await w.look(({ tx }) =>
      tx.raw(
        `select d.status::text, d.version, d.case_number, (select count(*)::int from clock c where c.subject_id = d.id and c.kind = 'detection.clear_out') as clocks,
                (select string_agg(e.type, ',' order by e.subject_version) from event e where e.subject_id = d.id) as events
           from detection d where d.district_code = $1 group by d.district_code, d.id`,
        [w.district_code],
      ),
    )
    expect(new Set(rows.map((found) => JSON.stringify(found)))).toEqual(
      new Set([
        JSON.stringify({
          status: 'needs_review',
          version: 2,
          case_number: 1,
          clocks: 1,
          events: 'detection.case_opened',
        }),
        JSON.stringify({ status: 'duplicate', version: 2, case_number: 0, clocks: 0, events: 'detection.linked' }),
      ]),
    )
  }
})

test('a report of a place that is followed up already is linked at once; what was settled is new digging, but a false alarm stays one', async () => {
  const w = await world()
  const inspector = await w.member('inspector')
  const send = async (geometry: object, observed_on: string) =>
    (await w.as(inspector).post('/api/detections', { geometry, observed_on, source: 'citizen' })).body
  await layDig(w, { geometry: square(w, 300), from: '2026-02-01', to: '2026-02-12' })
  const permitted = await send(square(w, 300), '2026-02-10')
  expect(permitted.status).toBe('auto_matched')
  expect((await send(square(w, 300), '2026-02-11')).status).toBe('duplicate') // seen before the first one was settled
  w.clock.set('2026-03-05T02:00:00Z')
  expect(await send(square(w, 300), '2026-03-04')).toMatchObject({ status: 'needs_review', coverage: 'not_covered' })
  const open = await send(square(w, 0), '2026-03-01')
  expect(await send(square(w, 1), '2026-03-03')).toMatchObject({ status: 'duplicate', duplicate_of_id: open.id })
  const act = (move: string, body: object) => w.as(inspector).post(`/api/detections/${open.id}/${move}`, body)
  await act('dispatch', {})
  await act('verify', { note: '大棚', position: { lon: 103.6, lat: 30.2 } })
  expect((await act('find-false-alarm', { reason: '大棚反光' })).status).toBe(200)
  w.clock.set('2026-03-20T02:00:00Z')
  expect(await send(square(w, 0), '2026-03-19')).toMatchObject({ status: 'duplicate', duplicate_of_id: open.id })
})
