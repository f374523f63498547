import { randomBytes } from 'node:crypto'
import { systemActor } from '../access/actor.ts'
import { createApp, type App } from '../app.ts'
import { currentCalendar } from '../clocks/calendar.ts'
import { OffsetClock } from '../clocks/business-clock.ts'
import { shanghaiDay, shiftDay } from '../clocks/working-days.ts'
import { createToken } from '../accounts/token.ts'
import { readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { generateDistrict } from '../demo/generate.ts'
import { loadDistrict } from '../demo/load.ts'
import { districtCode } from '../demo/organisations.ts'
import type { Parts } from '../http/environment.ts'
import { createHub } from '../live/hub.ts'
import { actionSources } from '../routes.ts'
import { createRun } from '../run.ts'

export interface Figure {
  per_second: number
  p50_ms: number
  p95_ms: number
}
export type Figures = Record<string, Figure>

const atOnce = 8
type Ask = () => Promise<Response> | Response

/** Loads the demo district and asks the whole application: tiles, area queries, moves. */
export async function benchDatabase(db: Database): Promise<Figures> {
  const { app, tokens, centres, home } = await prepare(db)
  const ask =
    (path: string, token: string, body?: object): Ask =>
    () =>
      app.request(path, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        body: body && JSON.stringify(body),
      })
  const tiles = tilesOver(centres).map((path) => ask(path, tokens.planner!))
  const boxes = centres.slice(0, 120).map(([lon, lat]) =>
    ask('/api/areas/query', tokens.planner!, {
      area: { bbox: [lon - 0.005, lat - 0.005, lon + 0.005, lat + 0.005] },
      collections: ['projects'],
      limit: 100,
    }),
  )
  return {
    'tile, first time': await timed(tiles),
    'tile, again': await timed(tiles),
    'area query': await timed(boxes),
    'plan filed': await timed(
      Array.from({ length: 100 }, (_, i) => ask('/api/projects', tokens.promoter!, plan(beside(home, i), i))),
    ),
    ...(await applications(app, tokens)),
  }
}

async function applications(app: App, tokens: Record<string, string>): Promise<Figures> {
  const call = async (path: string, token: string) =>
    (await (await app.request(path, { headers: { authorization: `Bearer ${token}` } })).json()) as any
  const { projects } = await call('/api/projects?stage=planned&q=bench&limit=100', tokens.promoter!)
  const post =
    (path: string, token: string): Ask =>
    () =>
      app.request(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: '{}',
      })
  const permits: string[] = []
  const applied = await timed(
    projects.map(({ id }: { id: string }) => async () => {
      const answer = await post(`/api/projects/${id}/apply`, tokens.promoter!)()
      permits.push(((await answer.clone().json()) as { id: string }).id)
      return answer
    }),
  )
  const accepted = await timed(permits.map((id) => post(`/api/permits/${id}/accept-application`, tokens.authority!)))
  return { 'application submitted': applied, 'application accepted': accepted }
}

/** Runs all of them, eight at a time; every answer must be a success. */
async function timed(asks: Ask[]): Promise<Figure> {
  const took: number[] = []
  const queue = [...asks]
  const began = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let ask = queue.shift(); ask; ask = queue.shift()) {
        const start = performance.now()
        const answer = await ask()
        await answer.arrayBuffer()
        if (answer.status >= 400) throw new Error(`the bench was answered ${answer.status}`)
        took.push(performance.now() - start)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { per_second: asks.length / seconds, p50_ms: at(0.5), p95_ms: at(0.95) }
}

async function prepare(
  db: Database,
): Promise<{ app: App; tokens: Record<string, string>; centres: [number, number][]; home: [number, number] }> {
  await migrate(db, new Date())
  const clock = new OffsetClock()
  const run = createRun({ db, clock })
  const keys = { sealing: [{ id: 'bench', key: randomBytes(32) }] }
  const config = readConfig({ LOG_LEVEL: 'silent' })
  const system = systemActor(districtCode)
  const { calendar, rules } = await run(system, async (ctx) => ({
    calendar: await currentCalendar(ctx),
    rules: await ctx.tx.many('demo/list_rules', {}),
  }))
  const district = generateDistrict({ today: shanghaiDay(clock.now()), calendar, rules: rules as never })
  await loadDistrict({ run, keys }, district)
  const tokens: Record<string, string> = {}
  await run(system, async (ctx) => {
    for (const person of await ctx.tx.many('demo/list_people', { district_code: districtCode }))
      tokens[person.role] ??= await createToken(ctx, {
        district_code: districtCode,
        person_id: person.id,
        label: 'bench',
        expires_at: null,
      })
  })
  const parts: Parts = {
    db,
    clock,
    config,
    keys,
    run,
    demo: true,
    actions: actionSources,
    hub: createHub(),
    openId: null,
    turnClock: null,
    ready: () => true,
    store: null as never,
  }
  const app = createApp(parts)
  const headers = { authorization: `Bearer ${tokens.authority}` }
  const centresOf = async (query: string) => {
    const answer = await app.request(`/api/projects?limit=300&${query}`, { headers })
    const { projects } = (await answer.json()) as { projects: { centre: { coordinates: [number, number] } }[] }
    return projects.map(({ centre }) => centre.coordinates)
  }
  const centres = await centresOf('stage=in_progress,permitted,closed,guarantee')
  // Plans are filed around one dig whose authority is the one that the bench speaks for.
  const [home] = await centresOf('q=DP-510116-2026-000123')
  return { app, tokens, centres, home: home! }
}

const beside = ([lon, lat]: [number, number], i: number): [number, number] => [
  lon + (i % 10) * 0.0004,
  lat + Math.floor(i / 10) * 0.0004,
]

function plan([lon, lat]: [number, number], i: number) {
  const today = shanghaiDay(new Date())
  return {
    name: `bench ${i}`,
    kind: 'pipeline_works',
    geometry: {
      type: 'LineString',
      coordinates: [
        [lon, lat],
        [lon + 0.0005, lat + 0.0002],
      ],
    },
    width_m: 1,
    depth_m: 1.2,
    planned_from: shiftDay(today, 20),
    planned_to: shiftDay(today, 60),
  }
}

function tilesOver(centres: readonly [number, number][]): string[] {
  const paths = new Set<string>()
  for (const [i, [lon, lat]] of centres.entries()) {
    const z = 11 + (i % 6)
    const n = 2 ** z
    const y = ((1 - Math.log(Math.tan((lat * Math.PI) / 180) + 1 / Math.cos((lat * Math.PI) / 180)) / Math.PI) / 2) * n
    paths.add(`/tiles/projects/${z}/${Math.floor(((lon + 180) / 360) * n)}/${Math.floor(y)}`)
  }
  return [...paths]
}
