import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { detectionJobs } from '../../server/detections/jobs.ts'
import { runImports } from '../../server/ingest/run-imports.ts'
import { toCgcs2000 } from '../../server/geometry/crs.ts'
import type { MultiPolygon, Position } from '../../server/geometry/geojson.ts'
import { openFolderStore } from '../../server/store/folder.ts'
import { fixture } from '../ingest/files.ts'
import { scratchFolder } from '../ingest/scratch.ts'
import { world, type World } from '../world.ts'
import { layDig } from './ground.ts'
import { recount } from '../../server/bench/plain-match.ts'

const scratch = scratchFolder()
let store: World['parts']['store']
beforeAll(async () => {
  store = await openFolderStore(`${scratch.path}/files`, new Date('2026-03-02T02:00:00Z'))
})

/** A real file through the import and the matching that follows it. */
async function imported(w: World, file: string, observed_on: string, crs: string) {
  w.parts.store = store
  const authority = await w.member('authority')
  const form = new FormData()
  form.set('target', 'detections')
  form.set('crs', crs)
  form.set('mapping', JSON.stringify({ source: { value: 'GF-2' }, observed_on: { value: observed_on } }))
  form.append('file', new Blob([await readFile(fixture(file))]), file)
  const taken = await w.as(authority).raw('/api/imports', { method: 'POST', body: form })
  expect(taken.status, await taken.clone().text()).toBe(202)
  await runImports(w.parts, w.district_code)
  const report = (await w.as(authority).get(taken.headers.get('location')!)).body
  expect(report, JSON.stringify(report.errors)).toMatchObject({ rejected: 0 })
  await detectionJobs[0]!.run(w.parts, w.district_code)
  const { body } = await w.as(authority).get('/api/detections?limit=500')
  expect(body.detections).toHaveLength(report.written)
  return body.detections as { id: string; status: string; coverage: string; share_covered: number }[]
}

const read = async (file: string) => JSON.parse(await readFile(fixture(file), 'utf8'))
function inDegrees(coordinates: Position[][], crs: string): MultiPolygon {
  const transformer = toCgcs2000(crs)
  if ('severity' in transformer) throw new Error(transformer.message_en)
  return { type: 'MultiPolygon', coordinates: [coordinates.map((ring) => ring.map(transformer.toCgcs2000))] }
}
const gk25fin = '+proj=tmerc +lat_0=0 +lon_0=25 +k=1 +x_0=25500000 +y_0=0 +ellps=GRS80 +units=m +no_defs'
const utm16 = '+proj=utm +zone=16 +datum=WGS84 +units=m +no_defs'

test("Helsinki's work areas lie under their own dig areas while those run, and later only where one still does", async () => {
  const areas = await read('helsinki_hankealueet.json')
  for (const [observed_on, covered] of [
    ['2025-01-15', 10],
    ['2025-02-10', 2], // the area that runs to November holds two of them
    ['2026-01-10', 0],
  ] as const) {
    const w = await world()
    for (const { haittaAlkuPvm, haittaLoppuPvm, geometriat } of areas)
      await layDig(w, {
        geometry: inDegrees(geometriat.featureCollection.features[0].geometry.coordinates, gk25fin),
        from: haittaAlkuPvm.slice(0, 10),
        to: haittaLoppuPvm.slice(0, 10),
        granted_at: '2014-09-01T00:00:00Z',
      })
    const found = await imported(w, 'helsinki_many_hankealue.json', observed_on, 'EPSG:3879')
    expect(found).toHaveLength(10)
    expect(found.filter(({ coverage }) => coverage === 'covered')).toHaveLength(covered)
    expect(found.filter(({ coverage }) => coverage === 'not_covered')).toHaveLength(10 - covered)
  }
})

test("SpaceNet's detected buildings are matched with its drawn ones as a recount in metres says, each of the 28", async () => {
  const w = await world()
  const drawn = (await read('spacenet_atlanta_buildings_gt_epsg32616.geojson')).features
  const shapes: MultiPolygon[] = drawn.map(({ geometry }: { geometry: { coordinates: Position[][] } }) =>
    inDegrees(
      geometry.coordinates.map((ring) => ring.map(([x, y]) => [x, y])),
      utm16,
    ),
  )
  for (const geometry of shapes) await layDig(w, { geometry })
  const found = await imported(w, 'spacenet_atlanta_buildings_pred_epsg32616.geojson', '2026-02-10', 'EPSG:32616')
  expect(found).toHaveLength(28)
  const authority = await w.member('authority')
  const counts: Record<string, number> = {}
  for (const { id, coverage, share_covered } of found) {
    const { geometry, match } = (await w.as(authority).get(`/api/detections/${id}`)).body
    const share = recount(geometry, shapes, 0)
    expect(share_covered).toBeCloseTo(share, 3)
    expect(coverage).toBe(share >= 0.8 ? 'covered' : share >= 0.2 ? 'partly_covered' : 'not_covered')
    expect(match.explanation_zh).toContain('2026-02-10')
    counts[coverage] = (counts[coverage] ?? 0) + 1
  }
  expect(Object.keys(counts).length).toBeGreaterThan(1)
})
