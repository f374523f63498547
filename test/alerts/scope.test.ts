import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { box, countOf, edge, layDigs, ok, ordered, smog, stand, now, type Dig } from './ground.ts'

async function stage(count: number) {
  const w = await world({ now })
  const promoters = [await w.member('promoter'), await w.member('promoter', { another: true })]
  await layDigs(w, count, promoters)
  const authority = w.as(await w.member('authority'))
  return {
    w,
    promoters,
    authority,
    issue: async (body: object) => ok(await authority.post('/api/alerts', { ...smog, ...body })),
  }
}

/** Who must have an order, counted the plain way. */
function naive(digs: Dig[], of: { kinds: string[]; emergencies: boolean; box?: number[]; free?: string[] }): string[] {
  return digs
    .filter(({ works }) => works === 'in_progress' || works === 'suspended')
    .filter(({ kind }) => of.kinds.includes(kind))
    .filter((dig) => of.emergencies || !(dig.is_retrospective || dig.kind === 'emergency_repair'))
    .filter(({ id }) => !of.free?.includes(id))
    .filter(({ west, south }) => {
      if (!of.box) return true
      const [w, s, e, n] = of.box as [number, number, number, number]
      return west < e && west + edge > w && south < n && south + edge > s
    })
    .map(({ id }) => id)
    .sort()
}
const usual = ['road_excavation', 'pipeline_works', 'building_works']

test('an alert for the whole district orders every dig of its kinds that is open, and no emergency; the same as a plain recount', async () => {
  const { w, issue } = await stage(200)
  const alert = await issue({})
  expect(alert).toMatchObject({ status: 'in_force', kinds: usual, exempts_emergency: true })
  const expected = naive(await stand(w), { kinds: usual, emergencies: false })
  expect(expected.length).toBeGreaterThan(80)
  expect(await ordered(w, alert.id)).toEqual(expected)
  expect(alert.counts).toMatchObject({ orders: expected.length, acknowledged: 0, silent: 0, receipt_share: 0 })
})

test('by area, kinds and digs left free it orders exactly those inside; a dig that is cut by the edge is inside, one that only touches it is not', async () => {
  const { w, issue } = await stage(200)
  const digs = await stand(w)
  // the west edge cuts digs, the north edge only touches some
  const bounds = [103.9051, 30.4995, 103.92, 30.502]
  const inside = naive(digs, { kinds: ['building_works', 'road_excavation'], emergencies: true, box: bounds })
  const free = inside.slice(0, 2)
  const alert = await issue({
    geometry: box(bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!),
    kinds: ['building_works', 'road_excavation'],
    exempts_emergency: false,
    exempted: free.map((id) => ({ project_id: `prj_${w.district_code}_${id}`, reason: '医院供电' })),
  })
  expect(inside.length).toBeGreaterThan(6)
  expect(await ordered(w, alert.id)).toEqual(inside.filter((id) => !free.includes(id)))
  expect(alert.exemptions.map(({ reason }: { reason: string }) => reason)).toEqual(['医院供电', '医院供电'])
})

test('by a division of the district it orders the digs inside its outline of that day', async () => {
  const { w, issue, authority } = await stage(120)
  await division(w, '001', [103.8995, 30.4995, 103.9104, 30.6])
  const alert = await issue({ admin_code: `${w.district_code}001` })
  const expected = naive(await stand(w), { kinds: usual, emergencies: false, box: [103.8995, 30.4995, 103.9104, 30.6] })
  expect(expected.length).toBeGreaterThan(5)
  expect(await ordered(w, alert.id)).toEqual(expected)
  const wrong = await authority.post('/api/alerts', { ...smog, admin_code: `${w.district_code}777` })
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/admin_code' }] } })
})

test('what is wrong with an alert is named by field, and nothing is written', async () => {
  const { w, authority } = await stage(5)
  const wrong = async (body: object) => {
    const answer = await authority.post('/api/alerts', { ...smog, ...body })
    expect(answer.status).toBe(422)
    return answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)
  }
  expect(await wrong({ kind: 'snow' })).toEqual(['/kind'])
  expect(await wrong({ level: 'blue' })).toEqual(['/level'])
  expect(await wrong({ until_at: '2026-03-01T00:00:00Z' })).toEqual(['/until_at'])
  expect(
    await wrong({
      geometry: {
        type: 'LineString',
        coordinates: [
          [103.9, 30.5],
          [103.91, 30.5],
        ],
      },
    }),
  ).toContain('/geometry')
  expect(await wrong({ exempted: [{ project_id: `prj_${w.district_code}_${randomUUID()}`, reason: '理由' }] })).toEqual(
    ['/exempted/0/project_id'],
  )
  expect(await countOf(w, 'select count(*) as n from alert where district_code = $1')).toBe(0)
})

async function division(w: World, street: string, [west, south, east, north]: number[]): Promise<void> {
  await w.look(({ tx }) =>
    tx.raw(
      `insert into admin_area (code, valid_from, level, name_zh, name_en, source, geom)
       values ($1, '2020-01-01', 'street', '测试街道', 'Test street', 'test', st_multi(st_setsrid(st_makeenvelope($2, $3, $4, $5), 4490)))`,
      [`${w.district_code}${street}`, west, south, east, north],
    ),
  )
}
