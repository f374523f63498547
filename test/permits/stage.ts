import { randomUUID } from 'node:crypto'
import { permitJobs } from '../../server/permits/jobs.ts'
import type { Answer, Client, Member, World } from '../world.ts'

/** A line of about 220 m. */
export const trench = {
  type: 'LineString',
  coordinates: [
    [103.92, 30.57],
    [103.922, 30.571],
  ],
}
export const plan = {
  name: '测试路给水管',
  kind: 'pipeline_works',
  geometry: trench,
  width_m: 1.2,
  planned_from: '2026-03-10',
  planned_to: '2026-04-30',
}

export interface Scene {
  w: World
  promoter: Client
  authority: Client
  /** of the dig and of its permit */
  id: string
  permit: string
  /** `/api/permits/per_…` */
  at: string
}

/** A dig whose promoter has applied for its permit. */
export async function applied(w: World, over: object = {}): Promise<Scene> {
  const authority = w.as(await w.member('authority'))
  const promoter = w.as(await w.member('promoter'))
  const { id, kind } = ok(await promoter.post('/api/projects', { ...plan, ...over })).body as {
    id: string
    kind: string
  }
  if (kind === 'building_works')
    await getApprovals({ promoter, authority, id }, 'land_use', 'works_planning', 'construction')
  const permit = ok(await promoter.post(`/api/projects/${id}/apply`)).body.id as string
  return { w, promoter, authority, id, permit, at: `/api/permits/${permit}` }
}

/** Stages of approvals of building works, asked for and approved by the authority. */
export async function getApprovals(
  { promoter, authority, id }: Pick<Scene, 'promoter' | 'authority' | 'id'>,
  ...codes: string[]
): Promise<void> {
  for (const code of codes) {
    const { stages } = ok(await promoter.post(`/api/projects/${id}/approvals`, { stage: code })).body as {
      stages: { code: string; items: { asked: { id: string } }[] }[]
    }
    for (const { asked } of stages.find((stage) => stage.code === code)!.items)
      ok(await authority.post(`/api/approvals/${asked.id}/approve`, { document_no: '测试〔2026〕1号' }))
  }
}

/** The same, some moves of the authority further on. */
export async function after(w: World, moves: readonly string[], over: object = {}): Promise<Scene> {
  const scene = await applied(w, over)
  for (const move of moves) ok(await scene.authority.post(`${scene.at}/${move}`))
  return scene
}
export const accepted = ['accept-application'] as const
export const granted = [...accepted, 'grant'] as const
export const delivered = [...granted, 'deliver'] as const

/** The answer, when it is a yes. */
export function ok(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return answer
}

/** What the calendar turns today. */
export const turn = (w: World) => permitJobs[0]!.run(w.parts, w.district_code)

export interface Clock {
  kind: string
  state: string
  card: string
  owner: string
  due_on: string
  statutory_due_on: string | null
  statutory_limit: number | null
  basis_zh: string
}

/** The newest clock of a kind on a dig, as its promoter sees it. */
export async function clockOf({ promoter, id }: Scene, kind: string): Promise<Clock | undefined> {
  const clocks = (await promoter.get(`/api/projects/${id}`)).body.clocks as (Clock & { started_on: string })[]
  const found = clocks.filter((clock) => clock.kind === kind)
  return found.find(({ state }) => state === 'running' || state === 'paused') ?? found.at(-1)
}

export const stageOf = async ({ promoter, id }: Scene) => (await promoter.get(`/api/projects/${id}`)).body.stage

export interface Offered {
  name: string
  href: string
  allowed: boolean
  reason: string | null
  input: Record<string, string>
}

/** What a caller is offered on a dig, by name. */
export async function offered(client: Client, id: string, name: string): Promise<Offered | undefined> {
  const { actions } = (await client.get(`/api/projects/${id}`)).body as { actions: Offered[] }
  return actions.find((action) => action.name === name)
}

/** Templates of the messages to an organisation, in order. */
export async function toldTo(w: World, member: Member): Promise<string[]> {
  const rows = await w.look(({ tx }) =>
    tx.raw<{ template: string }>(
      'select template from message where district_code = $1 and organisation_id = $2 order by queued_at, template',
      [w.district_code, member.organisation_id],
    ),
  )
  return rows.map(({ template }) => template)
}

/** The holidays of spring 2026 that fall on a weekday, and the weekend that is worked: counted here by hand, not by the code under test. */
const free = new Set(['2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05'])
const worked = new Set(['2026-05-09'])

/** The n-th working day after a day of spring 2026. */
export function workingDay(from: string, n: number): string {
  const day = new Date(`${from}T00:00:00Z`)
  for (let left = n; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1)
    const text = day.toISOString().slice(0, 10)
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6
    if (worked.has(text) || (!weekend && !free.has(text))) left -= 1
  }
  return day.toISOString().slice(0, 10)
}

/** A road along the trench, 7 m wide, handed over on a day. */
export async function layRoad(w: World, handed_over_on = '2001-01-01'): Promise<void> {
  await w.look(({ tx }) =>
    tx.raw(
      `insert into road_segment (district_code, id, code, name, width_m, handed_over_on, geom, geom_3857, length_m, updated_at)
       select $1, $2, 'T1', '测试路', 7, $3, line, st_transform(line, 3857), st_length(line::geography), '2026-01-01'
         from st_multi(st_setsrid(st_geomfromgeojson($4), 4490)) as line`,
      [w.district_code, randomUUID(), handed_over_on, JSON.stringify(trench)],
    ),
  )
}

/** A gas main under the trench. */
export const layGas = (w: World): Promise<Client> => layLine(w, 'gas')

/** A line of a kind under the trench, and its operator. */
export async function layLine(w: World, theme: string): Promise<Client> {
  const operator = await w.member('utility', { utility_kind: theme })
  await w.look(({ tx }) =>
    tx.raw(
      `insert into network_segment (district_code, id, utility_id, theme, geom, geom_3857, length_m, updated_at)
       select $1, $2, $3, $5, line, st_transform(line, 3857), st_length(line::geography), '2026-01-01'
         from st_setsrid(st_geomfromgeojson($4), 4490) as line`,
      [w.district_code, randomUUID(), operator.organisation_id, JSON.stringify(trench), theme],
    ),
  )
  return w.as(operator)
}

/** Traffic police with one officer: an organisation of that kind, whose people have the authority's role. */
export async function police(w: World): Promise<Member> {
  const officer = await w.member('authority', { another: true })
  await w.look(({ tx }) =>
    tx.raw(`update organisation set kind = 'traffic' where district_code = $1 and id = $2`, [
      w.district_code,
      officer.organisation_id,
    ]),
  )
  return officer
}
