import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../server/access/actor.ts'
import { open, type Keys } from '../../server/access/seal.ts'
import { ruleFor } from '../../server/clocks/rules.ts'
import type { Context } from '../../server/context.ts'
import type { Database } from '../../server/db/database.ts'
import { papers } from '../../server/documents/moves.ts'
import { record } from '../../server/documents/record.ts'
import { loadDistrict } from '../../server/demo/load.ts'
import { soldUnit } from '../../server/demo/utility-accounts.ts'
import { stageOf } from '../../server/projects/fold.ts'
import { createRun, type Run } from '../../server/run.ts'
import { openTestDatabase } from '../database.ts'
import { districtOf } from './district.ts'

const today = '2026-11-23'
const district = districtOf(today)
const keys: Keys = { sealing: [{ id: 'test', key: randomBytes(32) }] }
// the day has hardly begun, but for what happens by itself at midnight: what the demo says has happened must have happened by then
const now = () => new Date(`${today}T00:20:00+08:00`)
let db: Database
let run: Run

/** The demo goes to its own database: its streets lie where other tests draw. */
beforeAll(async () => {
  db = await openTestDatabase(`demo_${process.pid}`)
  run = createRun({ db, clock: { now, wall: now } })
  await loadDistrict({ run, keys }, district)
})
afterAll(() => db.close())

const look = <T>(work: (ctx: Context) => Promise<T>) => run(systemActor(510116), work)
const ask = (text: string) => look(({ tx }) => tx.raw<Record<string, unknown>>(text))

test('every row arrives, in one audited write', async () => {
  const [counts] =
    await ask(`select (select count(*) from dig_project) as digs, (select count(*) from home_unit) as homes, (select count(*) from network_segment) as lines,
    (select count(*) from clock where subject_kind not in ('detection', 'petition')) as clocks, (select count(*) from detection) as detections, (select count(*) from transfer_leg) as legs, (select count(*) from audit where action = 'demo.load') as audits`)
  expect(counts).toEqual({
    digs: district.dig_project.length,
    homes: district.home_unit.length,
    lines: district.network_segment.length,
    clocks: district.clock.length,
    detections: district.detection.length,
    legs: district.transfer_leg.length,
    audits: 1,
  })
})

test('nothing of the demo has happened after the minute in which it is loaded', async () => {
  const columns = await ask(
    `select table_name, column_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and data_type like 'timestamp%' and column_name in ('at', 'recorded_at', 'created_at', 'sys_from')`,
  )
  expect(columns.length).toBeGreaterThan(20)
  const late: unknown[] = []
  for (const { table_name, column_name } of columns)
    late.push(
      ...(await ask(
        `select '${table_name}' as "table", max(${column_name}) as latest from ${table_name} where ${column_name} > '${now().toISOString()}' having count(*) > 0`,
      )),
    )
  expect(late).toEqual([])
})

test('every change polygon is matched as a new one would be, and its cases stand in many states', async () => {
  const kept = () =>
    ask(
      `select id, coverage, round(share_covered::numeric, 6) as share, jsonb_array_length(match -> 'grounds') as grounds from detection order by id`,
    )
  const before = await kept()
  await look(async (ctx) => {
    const { value } = await ruleFor(ctx, 510116, 'detection.match', today)
    await ctx.tx.run('detections/match_detection', {
      district_code: 510116,
      ids: district.detection.map(({ id }) => id),
      now: now().toISOString(),
      basis_zh: '',
      basis_en: '',
      matched_share: value.matched_share,
      review_share: value.review_share,
      permit_kinds: value.permit_kinds,
    })
  })
  expect(await kept()).toEqual(before)
  const states = await ask(`select status::text from detection group by status`)
  expect(states.length).toBeGreaterThanOrEqual(9)
  const covers = await ask(`select coverage::text from detection group by coverage`)
  expect(covers).toHaveLength(3)
  expect(await ask(`select count(*)::int as n from detection where status = 'detected'`)).toEqual([{ n: 0 }])
})

test('every loaded dig stands where the fold of its machines and clocks puts it', async () => {
  const wrong = await look(async ({ tx }) => {
    const found = []
    const digs = await tx.raw<{
      id: string
      stage: string
      card: string
      card_owner: string | null
      begun_on: string | null
      ended_on: string | null
    }>('select id, stage, card, card_owner, begun_on, ended_on from dig_project')
    for (const dig of digs.filter(({ stage, card }, i) => card !== 'none' || stage !== 'closed' || i % 10 === 0)) {
      const inputs = (await tx.one('projects/find_fold_inputs', { district_code: 510116, id: dig.id }))!
      const { card, card_owner, begun_on, ended_on } = inputs
      const folded = {
        id: dig.id,
        stage: stageOf(inputs.status, inputs.permit_status, inputs.works_status),
        card,
        card_owner,
        begun_on,
        ended_on,
      }
      if (JSON.stringify(folded) !== JSON.stringify(dig)) found.push({ folded, dig })
    }
    return found
  })
  expect(wrong).toEqual([])
})

test('the open version of everything is its present', async () => {
  const gaps = await ask(`
    select 'project' as what, p.id from dig_project p left join project_version v on v.project_id = p.id and v.recorded_to is null
     where (v.version, v.stage, v.card, v.card_owner) is distinct from (p.version, p.stage, p.card, p.card_owner)
    union all select 'site', s.id from site s left join site_version v on v.site_id = s.id and v.recorded_to is null
     where (v.version, v.status) is distinct from (s.version, s.status)
    union all select 'permit', m.id from permit m left join permit_version v on v.permit_id = m.id and v.recorded_to is null
     where (v.version, v.status) is distinct from (m.version, m.status)
    union all select 'clock', c.id from clock c left join clock_version v on v.clock_id = c.id and v.recorded_to is null
     where (v.version, v.state, v.card) is distinct from (c.version, c.state, c.card)
    union all select 'clock to mark', c.id from clock c
     where c.state = 'paused' and not exists (select 1 from clock_pause h where h.clock_id = c.id and h.resumed_at is null)`)
  expect(gaps).toEqual([])
})

test('a version ends where the next begins, in both times', async () => {
  const breaks = await ask(`
    select project_id, version from (
      select project_id, version, valid_to, recorded_to, lead(valid_from) over w as next_valid, lead(recorded_from) over w as next_recorded
        from project_version window w as (partition by project_id order by version)) v
     where (valid_to, recorded_to) is distinct from (next_valid, next_recorded)`)
  expect(breaks).toEqual([])
})

test('the streets neither overlap nor leave a gap, and every shape is valid', async () => {
  const [cover] = await ask(`
    select (select count(*) from admin_area a join admin_area b on a.code < b.code and a.level = 'street' and b.level = 'street'
             where st_area(st_intersection(a.geom, b.geom)::geography) > 1) as overlaps,
           (select st_area(st_symdifference(st_union(geom) filter (where level = 'street'), st_union(geom) filter (where level = 'county'))::geography) from admin_area) as gap_m2`)
  expect(cover!['overlaps']).toBe(0)
  expect(cover!['gap_m2']).toBeLessThan(1)
  for (const table of [
    'admin_area',
    'responsibility',
    'basemap_feature',
    'dig_project',
    'site',
    'building',
    'network_segment',
    'road_segment',
  ]) {
    expect(await ask(`select count(*) as bad from ${table} where not st_isvalid(geom)`), table).toEqual([{ bad: 0 }])
  }
})

test('digs lie within ten metres of the gas network', async () => {
  const [near] = await ask(`
    select count(*) as digs from dig_project p where stage = 'in_progress'
       and exists (select 1 from network_segment n where n.theme = 'gas' and n.geom && st_expand(p.geom, 0.0002) and st_dwithin(n.geom::geography, p.geom::geography, 10))`)
  expect(near!['digs']).toBeGreaterThan(20)
})

test('the dig in 云杉路 lies before the door of the home that is sold', async () => {
  const digs = await look(({ tx }) =>
    tx.many('transfers/list_digs_near', { district_code: 510116, unit_id: soldUnit(district).id }),
  )
  expect(digs.map(({ reference }) => reference)).toContain('DP-510116-2026-000123')
})

test('nothing stands in the way of granting the application that is about to be late', async () => {
  const [waiting] = await ask(`
    select c.project_id from clock c join organisation o on o.id = c.owner_id
     where c.kind = 'permit.decision' and c.state = 'running' and c.card = 'yellow' and o.name_zh = '行政审批局(演示)'`)
  const moratoria = await look(({ tx }) =>
    tx.many('permits/list_moratoria', {
      district_code: 510116,
      project_id: String(waiting!['project_id']),
      day: today,
    }),
  )
  expect(moratoria).toEqual([])
})

test('no name, number or telephone of a person is readable in a table, and the key opens them', async () => {
  const [party] = await ask(
    'select name_sealed, id_no_sealed, phone_sealed, name_masked from transfer_party order by id limit 1',
  )
  const original = district.transfer_party.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]!
  expect(open(keys, String(party!['id_no_sealed']))).toBe(original.id_no)
  expect(JSON.stringify(party)).not.toContain(original.id_no)
  expect(party!['name_masked']).toMatch(/^.\*+$/)
})

test('the traffic police were asked about every application that takes carriageway, and about no other', async () => {
  const permits = await ask(`
    select m.project_id, c.id is not null as asked from permit m left join permit_consent c on c.permit_id = m.id
     where m.status in ('submitted', 'supplement_requested', 'application_accepted', 'special_procedure', 'granted', 'delivered')`)
  expect(permits.length).toBeGreaterThan(100)
  const wrong = await look(async (ctx) => {
    const { kinds, overlap_m2 } = (await ruleFor(ctx, 510116, 'consent.traffic_consent', today)).value
    const found = []
    for (const { project_id, asked } of permits) {
      const dig = await ctx.tx.one('permits/find_concern', {
        district_code: 510116,
        project_id: String(project_id),
        kinds,
        overlap_m2,
        themes: null,
        layers: null,
      })
      if (dig?.concerned !== asked) found.push(project_id)
    }
    return found
  })
  expect(wrong).toEqual([])
  const [waiting] = await ask(`
    select c.status from permit_consent c join clock k on k.project_id = c.project_id join organisation o on o.id = k.owner_id
     where k.kind = 'permit.decision' and k.state = 'running' and k.card = 'yellow' and o.name_zh = '行政审批局(演示)'`)
  expect(waiting).toEqual({ status: 'given' })
})

test('a permit past its last day stands nowhere, and ground is permitted exactly where a permit stands', async () => {
  expect(
    await ask(`select reference from permit where status in ('granted', 'delivered') and valid_to < '${today}'`),
  ).toEqual([])
  const differing = await ask(`
    select m.reference from permit m
      left join project_geometry g on g.project_id = m.project_id and g.life = 'permitted' and g.recorded_to is null
     where (m.status in ('granted', 'delivered')) is distinct from (g.id is not null)`)
  expect(differing).toEqual([])
})

test('an emergency whose hours ran out unfiled is a case, on the clock of its authority', async () => {
  const cases = await ask(`
    select c.status, k.owner, k.kind, k.state from clock f
      left join emergency_case c on c.project_id = f.project_id
      left join clock k on k.subject_id = c.id
     where f.kind = 'emergency.filing' and f.state = 'running' and f.card = 'red'`)
  expect(cases).toEqual([{ status: 'open', owner: 'authority', kind: 'emergency.case', state: 'running' }])
})

test('every paper that a move of the demo calls for can be composed', async () => {
  const firsts = await ask(
    `select distinct on (type) type, id from event where type = any ('{${Object.keys(papers).join(',')}}') and actor_role = 'authority' order by type, at`,
  )
  expect(firsts.length).toBeGreaterThanOrEqual(7)
  for (const { type, id } of firsts)
    expect([type, await look((ctx) => record(ctx, { district_code: 510116, event_id: id as string }))]).toEqual([
      type,
      expect.any(String),
    ])
})

test('requests stand in every state, some past their term, each saying in its words that it is of the demo', async () => {
  const rows = await ask('select status::text, body, reference from petition order by reference')
  expect(new Set(rows.map(({ status }) => status))).toEqual(
    new Set(['submitted', 'graded', 'dispatched', 'answered', 'unsatisfied', 'closed', 'merged']),
  )
  expect(rows).toHaveLength(36)
  for (const { body } of rows) expect(body).toMatch(/^【演示】/)
  const [late] = await ask(
    `select count(*)::int as count from clock where subject_kind = 'petition' and state = 'running' and due_on < date '${today}'`,
  )
  expect(late!['count']).toBeGreaterThan(0)
})
