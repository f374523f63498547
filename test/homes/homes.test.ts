import { expect, test } from 'vitest'
import { digNear, expectStatus, stage } from '../transfers/stage.ts'

const building = (s: { district_code: number; building_id: string }) =>
  `/api/homes/buildings/bld_${s.district_code}_${s.building_id}`

test('a building is a grid of its homes; only the registry of a sale sees it marked', async () => {
  const s = await stage()
  const opened = await s.open()
  const grid = expectStatus(await s.as(s.registry).get(building(s)), 200)
  expect(grid).toMatchObject({
    estate_name: '怡心里',
    name: '3栋',
    floors: 18,
    entrances: ['1', '2'],
    no_dig_on_record: true,
    origin: null,
  })
  expect(grid.units.map((unit: any) => [unit.room, unit.open_transfer])).toEqual([
    ['301', null],
    ['1502', { id: opened.id, status: 'opened' }],
  ])
  const others = [await s.member('registry', { another: true }), await s.member('planner'), s.utilities.gas]
  for (const other of others) {
    const seen = expectStatus(await s.as(other).get(building(s)), 200)
    expect(seen.units.map((unit: any) => unit.open_transfer)).toEqual([null, null])
  }
})

test('the public sees a building and the digs near it, and no list of homes', async () => {
  const s = await stage()
  await digNear(s, '云杉路', 0.0001)
  const seen = expectStatus(await s.as(null).get(building(s)), 200)
  expect(seen.units).toEqual([])
  expect(seen.digs).toMatchObject([{ name: '云杉路', stage: 'in_progress', expected_backfill_on: '2026-03-06' }])
  expect((await s.as(null).get(`/api/homes/units/${s.unit.id}`)).status).toBe(404)
  expect((await s.as(null).get('/api/homes/units?q=怡心里')).status).toBe(403)
})

test('a home tells which dig it came out of, when that is on record', async () => {
  const s = await stage()
  const project = await digNear(s, '怡心里工程', 0.01, 'closed')
  await s.look(({ tx }) =>
    tx.raw('update building set project_id = $2 where district_code = $1', [s.district_code, project]),
  )
  const home = expectStatus(await s.as(s.registry).get(`/api/homes/units/${s.unit.id}`), 200)
  expect(home).toMatchObject({
    label: s.unit.label,
    no_dig_on_record: false,
    origin: { id: `prj_${s.district_code}_${project}`, name: '怡心里工程', stage: 'closed' },
    building: { name: '3栋' },
    digs: [],
    transfers: [],
  })
})

test('a dig that was given up before anybody might know of it is no dig on record', async () => {
  const s = await stage()
  const project = await digNear(s, '怡心里工程', 0.01, 'cancelled')
  await s.look(({ tx }) =>
    tx.raw('update building set project_id = $2 where district_code = $1', [s.district_code, project]),
  )
  const home = expectStatus(await s.as(s.registry).get(`/api/homes/units/${s.unit.id}`), 200)
  expect(home).toMatchObject({ no_dig_on_record: true, origin: null })
})

test('a sale shows at its home to the registry that runs it and to its utilities, each their part; to nobody else', async () => {
  const s = await stage()
  const { id } = await s.entered()
  const transfers = async (member: any) =>
    expectStatus(await s.as(member).get(`/api/homes/units/${s.unit.id}`), 200).transfers
  const [own] = await transfers(s.registry)
  expect([own.id, own.status, own.legs.length]).toEqual([id, 'dispatching', 3])
  const [theirs] = await transfers(s.utilities.gas)
  expect([theirs.id, theirs.status, theirs.legs.map((leg: any) => leg.kind)]).toEqual([id, null, ['gas']])
  for (const role of ['planner', 'inspector', 'authority', 'auditor', 'promoter'] as const)
    expect([role, await transfers(await s.member(role))]).toEqual([role, []])
  expect(await transfers(await s.member('registry', { another: true }))).toEqual([])
  expect(await transfers(await s.member('utility', { another: true, utility_kind: 'gas' }))).toEqual([])
})

test('the history of a home is the registry’s and the auditor’s whole, a utility’s in part, and empty for others', async () => {
  const s = await stage()
  await s.entered()
  const history = async (member: any) =>
    expectStatus(await s.as(member).get(`/api/homes/units/${s.unit.id}/history`), 200).events
  const whole = await history(s.registry)
  expect(whole[0].type).toBe('transfer.opened')
  expect(whole.map((event: any) => event.type)).toContain('transfer.leg.pushed')
  expect(await history(await s.member('auditor'))).toEqual(whole)
  const part = await history(s.utilities.gas)
  expect(part.length).toBeGreaterThan(0)
  expect(part.every((event: any) => event.data.kind === 'gas')).toBe(true)
  expect(await history(await s.member('planner'))).toEqual([])
})

test('the registry finds a home by its label or by its unit code, and what a person types is not a pattern', async () => {
  const s = await stage()
  const find = async (q: string) =>
    expectStatus(await s.as(s.registry).get(`/api/homes/units?q=${encodeURIComponent(q)}`), 200).units.map(
      (unit: any) => unit.label,
    )
  expect(await find('怡心里3栋2单元1502')).toEqual([s.unit.label])
  expect(await find('3栋')).toHaveLength(2)
  expect(await find(s.unit.code.toLowerCase())).toEqual([s.unit.label])
  expect(await find('%%')).toEqual([])
  expect((await s.as(s.registry).get('/api/homes/units?q=a')).status).toBe(422)
  expect((await s.as(await s.member('promoter')).get('/api/homes/units?q=怡心里')).status).toBe(403)
})

test('an unknown building or home is 404', async () => {
  const s = await stage()
  for (const path of [
    'buildings/bld_510116_x',
    `buildings/bld_${s.district_code}_${s.unit.id.slice(-36)}`,
    'units/unt_1',
    `units/unt_${s.district_code}_${s.building_id}`,
  ])
    expect([path, (await s.as(s.registry).get(`/api/homes/${path}`)).status]).toEqual([path, 404])
})
