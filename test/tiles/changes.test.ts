import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createApp } from '../../server/app.ts'
import { world, type World } from '../world.ts'
import { decodeTile } from './decode.ts'
import { insertDetection, insertDig, insertLayer, insertVersion, lonLat, path, square, tileOf } from './ground.ts'

type Request = (url: string, init?: RequestInit) => Response | Promise<Response>

/** What the first feature of a tile says under `property`, undefined when there is none. */
async function shown(request: Request, url: string, property: string, headers: Record<string, string> = {}) {
  const answer = await request(url, { headers })
  if (answer.status === 204) return undefined
  return decodeTile(new Uint8Array(await answer.arrayBuffer()))[url.split('/')[2]!]?.[0]?.properties[property]
}
const ask =
  (w: World): Request =>
  (url, init) =>
    w.app.request(url, init)
const within = (work: () => Promise<void>) => vi.waitFor(work, { timeout: 1_000, interval: 20 })

/** An event as the verbs emit it; what it did to the rows was done before. */
const emit = (w: World, subject_kind: string, subject_id: string, project_id: string | null = null) =>
  w.look((ctx) =>
    ctx
      .emit({
        type: `${subject_kind}.changed`,
        district_code: w.district_code,
        subject_kind,
        subject_id,
        subject_version: 2,
        project_id,
      })
      .then(() => undefined),
  )

test('a move shows in the tile within a second, in every process that serves it', async () => {
  const w = await world()
  const tile = tileOf(w)
  const authority = await w.member('authority')
  const promoter = await w.member('promoter')
  const plan = {
    name: '测试路燃气管',
    kind: 'pipeline_works',
    width_m: 1.2,
    planned_from: '2026-03-10',
    planned_to: '2026-04-30',
    geometry: { type: 'LineString', coordinates: [lonLat(tile, 100, 100), lonLat(tile, 300, 200)] },
  }
  const { body: project } = await w.as(promoter).post('/api/projects', plan)
  const other = createApp({ ...w.parts }) // a cache goes with its parts: as in another process
  const processes: Request[] = [ask(w), (url, init) => other.request(url, init)]
  const headers = { authorization: `Bearer ${authority.token}` }
  for (const request of processes)
    expect(await shown(request, path('projects', tile), 'stage', headers)).toBe('planned')
  expect(await w.as(promoter).post(`/api/projects/${project.id}/apply`)).toMatchObject({ status: 201 })
  await within(async () => {
    for (const request of processes)
      expect(await shown(request, path('projects', tile), 'stage', headers)).toBe('permitting')
  })
})

test('a dig that was redrawn leaves its old place and appears at its new one', async () => {
  const w = await world()
  const tile = tileOf(w)
  const next = { ...tile, x: tile.x + 2 }
  const dig = await insertDig(w, { geometry: square(tile, 1000, 1000, 100) })
  await insertVersion(w, dig, {
    stage: 'permitted',
    valid_from: '2026-01-01T00:00:00Z',
    valid_to: null,
    geometry: square(tile, 1000, 1000, 100),
  })
  await emit(w, 'project', dig.id, dig.id)
  expect(await shown(ask(w), path('projects', tile), 'id')).toBe(dig.public_id)
  expect(await shown(ask(w), path('projects', next), 'id')).toBeUndefined()
  const moved = JSON.stringify(square(next, 1000, 1000, 100))
  await w.look(({ tx }) =>
    tx.raw('update dig_project set geom = st_setsrid(st_geomfromgeojson($2), 4490) where id = $1', [dig.id, moved]),
  )
  await emit(w, 'project', dig.id, dig.id)
  await within(async () => {
    expect(await shown(ask(w), path('projects', tile), 'id')).toBeUndefined()
    expect(await shown(ask(w), path('projects', next), 'id')).toBe(dig.public_id)
  })
})

test('a suspicion that is settled changes its tile', async () => {
  const w = await world()
  const tile = tileOf(w)
  const headers = { authorization: `Bearer ${(await w.member('inspector')).token}` }
  const id = await insertDetection(w, square(tile, 0, 0, 100))
  expect(await shown(ask(w), path('detections', tile), 'status', headers)).toBe('detected')
  await w.look(({ tx }) => tx.raw(`update detection set status = 'false_positive' where id = $1`, [id]))
  await emit(w, 'detection', id)
  await within(async () =>
    expect(await shown(ask(w), path('detections', tile), 'status', headers)).toBe('false_positive'),
  )
})

test('an import makes every tile new', async () => {
  const w = await world()
  const tile = tileOf(w)
  const point = (name: string) => ({
    properties: { name },
    geometry: { type: 'Point', coordinates: lonLat(tile, 9, 9) },
  })
  const layer_id = await insertLayer(w, { name: 'wells', audience: 'public', features: [point('old')] })
  expect(await shown(ask(w), path('wells', tile), 'name')).toBe('old')
  await w.look(({ tx }) =>
    tx.raw(`update layer_feature set properties = '{"name": "new"}' where layer_id = $1`, [layer_id]),
  )
  await emit(w, 'import', randomUUID())
  await within(async () => expect(await shown(ask(w), path('wells', tile), 'name')).toBe('new'))
})

test('what did not change stays in memory: a far tile is not built again', async () => {
  const w = await world()
  const tile = tileOf(w)
  const far = { ...tile, x: tile.x + 2 }
  const dig = await insertDig(w, { geometry: square(tile, 0, 0, 100) })
  const hidden = await insertDig(w, { geometry: square(far, 0, 0, 100) })
  await emit(w, 'project', dig.id, dig.id)
  await shown(ask(w), path('projects', tile), 'id')
  await shown(ask(w), path('projects', far), 'id')
  // changed behind the events' back: only a rebuilt tile would show it
  await w.look(({ tx }) => tx.raw(`update dig_project set stage = 'closed' where id in ($1, $2)`, [dig.id, hidden.id]))
  await emit(w, 'project', dig.id, dig.id)
  await within(async () => expect(await shown(ask(w), path('projects', tile), 'stage')).toBe('closed'))
  expect(await shown(ask(w), path('projects', far), 'stage')).toBe('permitted')
})

test('a change whose notification was lost is found by its number, within two seconds of asking', async () => {
  const w = await world()
  const tile = tileOf(w)
  const deaf = { ...w.parts, db: { ...w.db, listen: async () => async () => undefined } }
  const app = createApp(deaf)
  const request: Request = (url, init) => app.request(url, init)
  const dig = await insertDig(w, { geometry: square(tile, 0, 0, 100) })
  expect(await shown(request, path('projects', tile), 'stage')).toBe('permitted')
  await w.look(({ tx }) => tx.raw(`update dig_project set stage = 'closed' where id = $1`, [dig.id]))
  await emit(w, 'project', dig.id, dig.id)
  await w.look(({ tx }) => tx.raw(`update event set seq = 1 where district_code = $1`, [w.district_code]))
  await w.look(({ tx }) =>
    tx.raw(`insert into chain_head (district_code, stream, seq, hash) values ($1, 'event', 1, '')`, [w.district_code]),
  )
  expect(await shown(request, path('projects', tile), 'stage')).toBe('permitted')
  w.clock.add(1 / 3600)
  await shown(request, path('projects', tile), 'stage') // asks
  await within(async () => expect(await shown(request, path('projects', tile), 'stage')).toBe('closed'))
})
