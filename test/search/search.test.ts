import { beforeAll, expect, test } from 'vitest'
import { begin, ground, ok, trench, type Ground } from '../areas/ground.ts'
import type { Member } from '../world.ts'

let g: Ground
let open: string
let planned: string
beforeAll(async () => {
  g = await ground()
  open = await g.file(trench(103.92, 30.57, { name: '云杉路燃气管改造', name_en: 'Yunshan Road gas renewal' }))
  await begin(g, open, '2026-03-10T02:00:00Z')
  planned = await g.file(trench(103.93, 30.57, { name: '云杉路100%新建', planned_to: '2026-06-30' }))
  await g.w.look(async ({ tx, now }) => {
    await tx.raw(
      `insert into admin_area (code, valid_from, level, name_zh, name_en, administered_by, source, geom)
       values ($1, '2020-01-01', 'street', '云杉街道', 'Yunshan Subdistrict', '高新区', 'test', st_multi(st_makeenvelope(100, 20, 100.1, 20.1, 4490)))`,
      [`${g.w.district_code}099`],
    )
    await tx.raw(
      `insert into road_segment (district_code, id, name, name_en, geom, geom_3857, length_m, updated_at)
       select $1, gen_random_uuid(), '云杉路', 'Yunshan Road', st_multi(st_geomfromtext(line, 4490)), st_transform(st_multi(st_geomfromtext(line, 4490)), 3857), st_length((st_multi(st_geomfromtext(line, 4490)))::geography), $2
         from (values ('LINESTRING(103.92 30.57, 103.93 30.57)'), ('LINESTRING(103.93 30.57, 103.94 30.57)')) r (line)`,
      [g.w.district_code, now.toISOString()],
    )
    const buildings = await tx.raw<{ id: string }>(
      `insert into building (district_code, id, estate_name, name, geom, updated_at)
       select $1, gen_random_uuid(), '怡心里', n || '栋', st_multi(st_makeenvelope(103.9 + n * 0.01, 30.5, 103.901 + n * 0.01, 30.501, 4490)), $2
         from generate_series(1, 3) n returning id`,
      [g.w.district_code, now.toISOString()],
    )
    await tx.raw(
      `insert into home_unit (district_code, id, building_id, unit_code, entrance, floor, room, label)
       values ($1, gen_random_uuid(), $2, $3, '2单元', 15, '1502', '怡心里3栋2单元1502')`,
      [g.w.district_code, buildings[0]!.id, `${g.w.district_code}001001GB00001F00010001`],
    )
  })
})

const find = async (q: string, member: Member | null = g.planner) =>
  ok(await g.w.as(member).get(`/api/search?q=${encodeURIComponent(q)}`)).body as {
    kind: string
    id: string
    label_zh: string
    center: number[]
    bbox: number[]
  }[]
const labels = async (q: string, member?: Member | null) =>
  (await find(q, member)).map(({ kind, label_zh }) => `${kind} ${label_zh}`)

test('a name finds the road itself first, then what begins with it, then what holds it', async () => {
  const found = await labels('云杉路')
  expect(found[0]).toBe('road 云杉路')
  expect(found.slice(1).sort()).toEqual(['project 云杉路100%新建', 'project 云杉路燃气管改造'])
  expect(await labels('云杉')).toEqual(expect.arrayContaining(['division 云杉街道', 'road 云杉路']))
  expect(await labels('yunshan road gas')).toEqual(['project 云杉路燃气管改造'])
})

test('the segments of a road are one answer, with the box of them all', async () => {
  const [road] = await find('Yunshan Road')
  expect(road).toMatchObject({ kind: 'road', bbox: [103.92, 30.57, 103.94, 30.57] })
  expect(road!.id).toMatch(/^rod_\d{6}_/)
})

test('a number finds its dig, in any letters, and a permit number the dig it is of', async () => {
  const { reference } = ok(await g.w.as(g.planner).get(`/api/projects/${open}`)).body
  for (const q of [reference, reference.toLowerCase(), `${reference}-P01`])
    expect((await find(q))[0], q).toMatchObject({
      kind: 'project',
      id: open,
      center: [expect.any(Number), expect.any(Number)],
    })
})

test('a division is found by its code, an estate by its name, a building by both together', async () => {
  expect(await labels(`${g.w.district_code}099`)).toEqual(['division 云杉街道'])
  expect(await labels('怡心里')).toEqual(['estate 怡心里'])
  expect(await labels('怡心里 2栋')).toEqual(['building 怡心里2栋'])
})

test('what the caller may not see is not found', async () => {
  expect((await find('云杉路100')).map(({ id }) => id)).toEqual([planned])
  expect(await find('云杉路100', null)).toEqual([])
  expect(await find('云杉路100', await g.w.member('promoter', { another: true }))).toEqual([])
  expect((await find('云杉路100', g.promoter)).map(({ id }) => id)).toEqual([planned])
  expect((await find('燃气管改造', null)).map(({ id }) => id)).toEqual([open])
})

test('no home and no person is found, by nobody', async () => {
  const unit = `${g.w.district_code}001001GB00001F00010001`
  for (const member of [null, g.planner, await g.w.member('registry'), await g.w.member('admin')])
    for (const q of [unit, '1502', '怡心里3栋2单元1502', g.promoter.name!]) expect(await find(q, member), q).toEqual([])
})

test('a percent sign and an underscore are themselves', async () => {
  expect((await find('100%新')).map(({ id }) => id)).toEqual([planned])
  expect(await find('云_路')).toEqual([])
  expect(await find('%%%')).toEqual([])
})

test('words are needed, and no other parameter is known', async () => {
  for (const query of ['', '?q=', '?q=%20', '?q=x&limit=0', '?q=x&kind=road'])
    expect((await g.w.as(null).get(`/api/search${query}`)).status, query).toBe(422)
})
