import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runImports } from '../../server/ingest/run-imports.ts'
import { openFolderStore } from '../../server/store/folder.ts'
import { type Member, world, type World } from '../world.ts'
import { fixture } from './files.ts'
import { scratchFolder } from './scratch.ts'

const scratch = scratchFolder()
let w: World
let planner: Member
let gas: Member
let promoter: Member

beforeAll(async () => {
  w = await world()
  w.parts.store = await openFolderStore(`${scratch.path}/files`, w.clock.wall())
  await w.member('authority')
  planner = await w.member('planner')
  gas = await w.member('utility', { utility_kind: 'gas' })
  promoter = await w.member('promoter')
})

type Fields = Record<string, string | object>

async function form(file: string | { name: string; content: string | Buffer }, fields: Fields): Promise<FormData> {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields))
    data.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  const content = typeof file === 'string' ? await readFile(fixture(file)) : Buffer.from(file.content)
  data.append('file', new Blob([new Uint8Array(content)]), typeof file === 'string' ? basename(file) : file.name)
  return data
}

async function send(who: Member, file: Parameters<typeof form>[0], fields: Fields) {
  const answer = await w.as(who).raw('/api/imports', { method: 'POST', body: await form(file, fields) })
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any }
}

/** Sends a file, lets the runner read it, and gives the report. */
async function imported(who: Member, file: Parameters<typeof form>[0], fields: Fields) {
  const taken = await send(who, file, fields)
  expect({ status: taken.status, body: taken.body }).toMatchObject({ status: 202, body: { status: 'queued' } })
  await runImports(w.parts, w.district_code)
  return (await w.as(who).get(taken.headers.get('location')!)).body
}

const rows = (text: string) => w.look(async ({ tx }) => (await tx.raw(text, [w.district_code])) as any[])
const count = async (table: string) =>
  Number((await rows(`select count(*)::int as n from ${table} where district_code = $1`))[0].n)

const gasMapping = { theme: 'medium', name: 'name', diameter_mm: { column: 'diameter_m', factor: 1000 } }
const period = { planned_from: { value: '2026-04-01' }, planned_to: { value: '2026-05-01' } }
const works = {
  name: 'street_name',
  promoter_name: 'promoter_organisation',
  planned_from: 'proposed_start_date',
  planned_to: 'proposed_end_date',
}

/** What each real file comes to through the API: read, written, refused, and why that is right. */
const real = [
  {
    file: 'chengdu_wuhou_roads_osm.geojson',
    who: 'planner',
    fields: { target: 'roads' },
    read: 852,
    written: 852,
    rejected: 0,
    table: 'road_segment',
    why: 'every row is a line with a name or none, both are right for a road',
  },
  {
    file: 'derived_roads_cgcs2000_z35_gbk_nocpg.zip',
    who: 'planner',
    fields: { target: 'roads' },
    read: 300,
    written: 300,
    rejected: 0,
    table: 'road_segment',
    why: 'GBK column names map by themselves; zone 35 is in its .prj',
  },
  {
    file: 'derived_roads_z35.dxf',
    who: 'planner',
    fields: { target: 'roads', crs: 'EPSG:4523' },
    read: 80,
    written: 80,
    rejected: 0,
    table: 'road_segment',
    why: 'a drawing has no names; its lines are roads because the sender says so',
  },
  {
    file: 'schutterwald_gas_pipes.geojson',
    who: 'gas',
    fields: { target: 'networks', mapping: gasMapping },
    read: 2559,
    written: 2559,
    rejected: 0,
    table: 'network_segment',
    why: 'the diameter in metres becomes millimetres',
  },
  {
    file: 'helsinki_dig_kaivokatu_epsg3879.json',
    who: 'promoter',
    fields: { target: 'projects', mapping: { name: { value: 'Kaivokatu' }, ...period } },
    read: 1,
    written: 1,
    rejected: 0,
    table: 'dig_project',
    why: 'the geometry set has neither name nor dates: the sender gives them',
  },
  {
    file: 'helsinki_hankealueet.json',
    who: 'promoter',
    fields: { target: 'projects' },
    read: 4,
    written: 4,
    rejected: 0,
    table: 'dig_project',
    why: 'nimi, haittaAlkuPvm and haittaLoppuPvm are known columns',
  },
  {
    file: 'street_manager_permit_work_start.json',
    who: 'planner',
    fields: { target: 'projects', mapping: { ...works, width_m: { value: 2 } } },
    read: 1,
    written: 1,
    rejected: 0,
    table: 'dig_project',
    why: 'a line with the width that the sender gives',
  },
  {
    file: 'street_manager_permit_work_start.json',
    who: 'planner',
    fields: { target: 'projects', mapping: works },
    read: 1,
    written: 0,
    rejected: 1,
    table: 'dig_project',
    why: 'a line without a width is no ground that is dug',
  },
  {
    file: 'street_manager_sns_notification_envelope.json',
    who: 'planner',
    fields: { target: 'projects', mapping: { ...works, radius_m: { value: 1.5 } } },
    read: 1,
    written: 1,
    rejected: 0,
    table: 'dig_project',
    why: 'a point with the radius that the sender gives',
  },
  {
    file: 'helsinki_clash_layers_epsg3879.geojson',
    who: 'planner',
    fields: { target: 'layer', layer: 'helsinki_clashes', audience: 'staff' },
    read: 64,
    written: 64,
    rejected: 0,
    table: 'layer_feature',
    why: 'a layer takes every row as it is',
  },
] as const

describe('real files through the API, read to the end and written to their tables', () => {
  test.each(real)('$file as $fields.target: $read read, $written written, $rejected refused: $why', async (one) => {
    const before = await count(one.table)
    const who = { planner, gas, promoter }[one.who]
    const report = await imported(who, one.file, one.fields)
    expect(report.errors.slice(0, 3)).toEqual(one.rejected === 0 ? [] : [expect.objectContaining({ row: 1 })])
    expect(report).toMatchObject({ read: one.read, written: one.written, rejected: one.rejected })
    expect(report.status).toMatch(one.written > 0 ? /^succeeded/ : /^failed$/)
    expect((await count(one.table)) - before).toBe(one.written)
  })

  test('values arrive in our units and words', async () => {
    const [pipe] = await rows(
      `select theme, diameter_mm, utility_id from network_segment where district_code = $1 and name = 'pipe_K1027_K1056'`,
    )
    expect(pipe).toEqual({ theme: 'gas', diameter_mm: 102.2, utility_id: gas.organisation_id })
    const [road] = await rows(
      `select class, lanes, width_m from road_segment where district_code = $1 and name = '棕南正街' and width_m = 3.2 limit 1`,
    )
    expect(road).toEqual({ class: 'local', lanes: 1, width_m: 3.2 })
  })

  test('an imported dig has all that a registered one has', async () => {
    const [dig] = await rows(`
      select p.stage, p.promoter_name, s.status as site, s.stage as site_stage, w.status as works, v.version, g.life, f.home_district_code, e.type
        from dig_project p
        join site s on s.district_code = p.district_code and s.project_id = p.id
        join site_version sv on sv.district_code = p.district_code and sv.site_id = s.id
        join works w on w.district_code = p.district_code and w.project_id = p.id
        join project_version v on v.district_code = p.district_code and v.project_id = p.id
        join project_geometry g on g.district_code = p.district_code and g.project_id = p.id
        join footprint f on f.home_district_code = p.district_code and f.project_id = p.id and f.district_code = p.district_code
        join event e on e.district_code = p.district_code and e.project_id = p.id
        join outbox o on o.district_code = e.district_code and o.event_id = e.id
       where p.district_code = $1 and p.name = 'Kaivokatu'`)
    expect(dig).toEqual({
      stage: 'planned',
      promoter_name: promoter.organisation_name,
      site: 'not_begun',
      site_stage: 'planned',
      works: 'not_started',
      version: 1,
      life: 'plan',
      home_district_code: w.district_code,
      type: 'project.registered',
    })
  })
})

describe('all or nothing', () => {
  const csv = {
    name: 'digs.csv',
    content:
      '项目名称,开工日期,完工日期,宽度,wkt\n' +
      '甲,2026-04-01,2026-05-01,2,"LINESTRING(104.0 30.5,104.001 30.5)"\n' +
      '乙,2026-04-31,2026-05-01,2,"LINESTRING(104.0 30.5,104.001 30.5)"\n' +
      '丙,2026-06-01,2026-05-01,2,"LINESTRING(104.0 30.5,104.001 30.5)"\n' +
      '丁,2026-04-01,2026-05-01,2,"POLYGON((104 30,104.001 30.001,104.001 30,104 30.001,104 30))"\n',
  }
  const fields = { target: 'projects', crs: 'EPSG:4490' }

  test('writes nothing when one row is wrong, and says of each row what', async () => {
    const before = await count('dig_project')
    const report = await imported(promoter, csv, fields)
    expect(report).toMatchObject({ status: 'failed', read: 4, written: 0, rejected: 3 })
    expect(report.errors.map(({ row, code, pointer }: any) => [row, code, pointer])).toEqual([
      [2, 'imports/row-bad-date', '/planned_from'],
      [3, 'projects/period-reversed', '/planned_to'],
      [4, 'geometry/self-intersection', expect.stringContaining('/geometry')],
    ])
    expect(await count('dig_project')).toBe(before)
    expect(await count('import_row')).toBe(0)
    const csvReport = await w.as(promoter).get(`/api/imports/${report.id}/report.csv`)
    expect(csvReport.body.split('\r\n')).toHaveLength(5)
  })

  test('writes the good rows when the sender asks for them, with one audit row', async () => {
    const report = await imported(promoter, csv, { ...fields, mode: 'partial' })
    expect(report).toMatchObject({ status: 'succeeded_with_notes', read: 4, written: 1, rejected: 3 })
    expect(report.notes.map(({ code }: any) => code)).toContain('imports/note-rejected')
    const audits = await rows(
      `select detail from audit where district_code = $1 and action = 'import.write' order by recorded_at desc, id`,
    )
    const audit = audits.filter(({ detail }) => detail.mode === 'partial')
    expect(audit).toHaveLength(1)
    expect(audit[0].detail).toMatchObject({
      written: 1,
      rejected: 3,
      rows_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

describe('patches and homes', () => {
  test('patches are numbered in their series, with their error and day', async () => {
    const content =
      '影像,日期,位置误差,wkt\n' +
      'GF-2,2026年2月3日,1.5,"POLYGON((104 30,104.001 30,104.001 30.001,104 30))"\n' +
      'GF-2,2026/2/4,,"POLYGON((104.01 30,104.011 30,104.011 30.001,104.01 30))"\n'
    const report = await imported(planner, { name: 'p.csv', content }, { target: 'detections', crs: 'EPSG:4490' })
    expect(report).toMatchObject({ status: 'succeeded', written: 2 })
    const found = await rows(
      `select reference, source, observed_on::text, positional_error_m from detection where district_code = $1 order by reference`,
    )
    const number = (n: number) => `DT-${w.district_code}-2026-00000${n}`
    expect(found).toEqual([
      { reference: number(1), source: 'GF-2', observed_on: '2026-02-03', positional_error_m: 1.5 },
      { reference: number(2), source: 'GF-2', observed_on: '2026-02-04', positional_error_m: 0 },
    ])
  })

  test('a home goes into the building at its point; without one, or with a code that is taken, it is refused', async () => {
    await w.look(({ tx }) =>
      tx.raw(
        `insert into building (district_code, id, estate_name, name, geom, updated_at)
         values ($1, gen_random_uuid(), '松园', '1栋', st_geomfromtext('MULTIPOLYGON(((104 30,104.001 30,104.001 30.001,104 30.001,104 30)))', 4490), $2)`,
        [w.district_code, w.clock.now().toISOString()],
      ),
    )
    const code = (n: number) => `510116001001GB00001F0001000${n}`
    const content = [
      '不动产单元号,单元,楼层,房号,x,y',
      `${code(1)},1,1,101,104.0005,30.0005`,
      `${code(2)},1,1,102,104.5,30.0005`,
      `${code(1)},1,1,103,104.0005,30.0005`,
      `510116,1,1,104,104.0005,30.0005`,
    ].join('\n')
    const fields = { target: 'units', crs: 'EPSG:4490', mode: 'partial', mapping: { x: 'x', y: 'y' } }
    const report = await imported(planner, { name: 'u.csv', content }, fields)
    expect(report.errors.map(({ row, code }: any) => [row, code])).toEqual([
      [2, 'imports/row-no-building'],
      [3, 'imports/row-duplicate'],
      [4, 'imports/row-bad-value'],
    ])
    expect(report).toMatchObject({ written: 1, rejected: 3 })
    expect(await rows(`select unit_code, label from home_unit where district_code = $1`)).toEqual([
      { unit_code: code(1), label: '松园1栋101' },
    ])
    expect(await rows(`select unit_count from building where district_code = $1`)).toEqual([{ unit_count: 1 }])
  })
})

describe('files that end in a clear error write nothing', () => {
  test.each([
    ['derived_roads_z35.dxf', { target: 'roads' }, 'imports/crs-unknown'],
    ['derived_roads.kml', { target: 'roads', crs: 'EPSG:4523' }, 'imports/crs-mismatch'],
    ['ms_zip-in-zip.zip', { target: 'roads' }, 'imports/zip-nested'],
    ['ms_gbk.dbf', { target: 'roads' }, 'imports/no-geometry'],
    [
      'helsinki_hankealueet.json',
      { target: 'projects', mapping: { name: 'no_such' } },
      'imports/mapping-column-unknown',
    ],
    ['derived_roads.kml', { target: 'detections' }, 'imports/mapping-missing'],
  ])('%s as %o: %s', async (file, fields, code) => {
    const before = [await count('road_segment'), await count('dig_project'), await count('detection')]
    const report = await imported(planner, file, fields)
    expect(report).toMatchObject({ status: 'failed', written: 0, errors: [{ row: null, code }] })
    expect([await count('road_segment'), await count('dig_project'), await count('detection')]).toEqual(before)
  })

  test('a file over the limit is not taken', async () => {
    const content = Buffer.alloc(2 * 1024 * 1024, 'a')
    const parts = w.parts as { config: typeof w.parts.config }
    const former = parts.config
    parts.config = { ...former, UPLOAD_LIMIT_MB: 1 }
    const answer = await send(planner, { name: 'big.geojson', content }, { target: 'roads' })
    parts.config = former
    expect(answer.status).toBe(413)
    expect(await scratch.left()).toEqual(['files'])
  })
})

describe('who imports what', () => {
  test('each role its own targets; nobody else is told that an import exists', async () => {
    const line = { name: 'l.geojson', content: '{"type":"LineString","coordinates":[[104,30],[104.001,30]]}' }
    expect((await send(promoter, line, { target: 'roads' })).status).toBe(403)
    expect((await send(gas, line, { target: 'projects' })).status).toBe(403)
    expect((await send(await w.member('auditor'), line, { target: 'layer', layer: 'x' })).status).toBe(403)
    const taken = await send(gas, line, { target: 'layer', layer: 'gas_notes' })
    const path = taken.headers.get('location')!
    expect((await w.as(promoter).get(path)).status).toBe(404)
    expect((await w.as(planner).get(path)).status).toBe(404)
    expect((await w.as(null).get(path)).status).toBe(401)
    await runImports(w.parts, w.district_code)
  })

  test('unknown fields and mappings are errors, not ignored', async () => {
    const line = { name: 'l.geojson', content: '{}' }
    for (const fields of [
      { target: 'roads', colour: 'red' },
      { target: 'roads', mapping: { nothing: 'x' } },
      { target: 'layer' },
      { target: 'layer', layer: 'projects' },
      { target: 'roads', mapping: '[' },
    ])
      expect((await send(planner, line, fields as unknown as Fields)).status).toBe(422)
  })
})

describe('what is remembered', () => {
  test('a mapping that worked is used for the next file with the same columns', async () => {
    const file = (when: string) => ({
      name: 'd.csv',
      content: `what,since,until,wkt\n甲,${when},2026-09-01,"POLYGON((104 30,104.001 30,104.001 30.001,104 30))"\n`,
    })
    const mapping = { name: 'what', planned_from: 'since', planned_to: 'until', wkt: 'wkt' }
    const fields = { target: 'projects', crs: 'EPSG:4490' }
    expect((await imported(promoter, file('2026-04-01'), { ...fields, mapping })).written).toBe(1)
    const preview = await w.as(promoter).raw('/api/imports/preview', {
      method: 'POST',
      body: await form(file('2026-04-02'), fields),
    })
    const looked = (await preview.json()) as any
    expect(looked).toMatchObject({ refusal: null, remembered_mapping: mapping })
    expect(looked.features).toHaveLength(1)
    expect((await imported(promoter, file('2026-04-03'), fields)).written).toBe(1)
  })

  test('a layer imported again replaces its features; a stranger cannot take its name', async () => {
    const layer = (x: number) => ({
      name: 'l.geojson',
      content: `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":${x}},"geometry":{"type":"Point","coordinates":[104,30]}}]}`,
    })
    const fields = { target: 'layer', layer: 'wells' }
    expect((await imported(planner, layer(1), fields)).status).toBe('succeeded')
    const again = await imported(planner, layer(2), fields)
    expect(again.notes.map(({ code }: any) => code)).toEqual(['imports/note-layer-replaced'])
    const found =
      await rows(`select properties from layer_feature f join layer l on l.id = f.layer_id and l.district_code = f.district_code
                               where f.district_code = $1 and l.name = 'wells'`)
    expect(found).toEqual([{ properties: { n: 2 } }])
    const stranger = await imported(gas, layer(3), fields)
    expect(stranger).toMatchObject({ status: 'failed', errors: [{ code: 'imports/layer-name-taken' }] })
  })
})

test('an import whose reader was killed is begun anew when its lease has run out, and written once', async () => {
  const file = { name: 'r.geojson', content: '{"type":"LineString","coordinates":[[104,30],[104.001,30]]}' }
  const taken = await send(planner, file, { target: 'roads' })
  const id = taken.body.id.slice(-36)
  await w.look(({ tx }) =>
    tx.raw(
      `update import_job set status = 'running', attempts = 1, leased_until = $2::timestamptz + interval '60 seconds' where id = $1`,
      [id, w.clock.wall().toISOString()],
    ),
  )
  const before = await count('road_segment')
  await runImports(w.parts, w.district_code)
  expect(await count('road_segment')).toBe(before)
  w.clock.add(1)
  await runImports(w.parts, w.district_code)
  await runImports(w.parts, w.district_code)
  expect(await count('road_segment')).toBe(before + 1)
})
