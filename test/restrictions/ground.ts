import { giveConsents } from '../permits/give-consents.ts'
import { randomUUID } from 'node:crypto'
import type { Answer, World } from '../world.ts'

/** A road by hand: 200 m of 梧桐路, 20 m wide, along a parallel. */
export const axis: [number, number][] = [
  [103.92, 30.57],
  [103.9221, 30.57],
]
/** A trench of 1 m across the road, and one beside it that only touches its edge from outside (the road ends 10 m north of its axis). */
export const across = {
  type: 'LineString',
  coordinates: [
    [103.921, 30.5697],
    [103.921, 30.5703],
  ],
}
export const plan = {
  name: '梧桐路给水管',
  kind: 'pipeline_works',
  geometry: across,
  width_m: 1,
  planned_from: '2026-05-04',
  planned_to: '2026-05-29',
}
export const question = {
  geometry: across,
  kind: 'pipeline_works',
  width_m: 1,
  planned_from: '2026-05-04',
  planned_to: '2026-05-29',
}

export interface RoadGiven {
  name?: string
  line?: [number, number][]
  width_m?: number | null
  surface?: string
  handed_over_on?: string | null
  overhauled_on?: string | null
}

export async function road(w: World, given: RoadGiven = {}): Promise<string> {
  const id = randomUUID()
  const {
    name = '梧桐路',
    line = axis,
    width_m = 20,
    surface = 'asphalt',
    handed_over_on = null,
    overhauled_on = null,
  } = given
  await w.look(({ tx }) =>
    tx.raw(
      `insert into road_segment (district_code, id, code, name, name_en, class, width_m, surface, handed_over_on, overhauled_on, geom, geom_3857, length_m, updated_at)
       values ($1, $2, 'R1', $3, 'Wutong Road', 'collector', $4, $5, $6, $7, st_setsrid(st_geomfromgeojson($8), 4490), st_transform(st_setsrid(st_geomfromgeojson($8), 4490), 3857), st_length((st_setsrid(st_geomfromgeojson($8), 4490))::geography), '2026-01-01')`,
      [
        w.district_code,
        id,
        name,
        width_m,
        surface,
        handed_over_on,
        overhauled_on,
        JSON.stringify({ type: 'MultiLineString', coordinates: [line] }),
      ],
    ),
  )
  return `rod_${w.district_code}_${id}`
}

/** A rule of a place of the test's own, beside those of the nation. */
export async function rule(
  w: World,
  given: { key: string; value: object; jurisdiction?: string; from?: string; to?: string | null },
): Promise<void> {
  await w.look(({ tx }) =>
    tx.raw(
      `insert into rule (jurisdiction, key, valid_from, valid_to, value, unit, basis_zh, basis_en, source)
       values ($1, $2, $3, $4, $5, null, '本地规定', 'local rule', 'test')`,
      [
        given.jurisdiction ?? String(w.district_code),
        given.key,
        given.from ?? '2020-01-01',
        given.to ?? null,
        JSON.stringify(given.value),
      ],
    ),
  )
}

export const ok = (answer: Answer): any => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** A dig of the promoter with its permit at the point of decision. */
export async function applied(w: World, change: object = {}) {
  const authority = w.as(await w.member('authority'))
  const promoter = w.as(await w.member('promoter'))
  const id = ok(await promoter.post('/api/projects', { ...plan, ...change })).id as string
  const permit = ok(await promoter.post(`/api/projects/${id}/apply`)).id as string
  ok(await authority.post(`/api/permits/${permit}/accept-application`))
  await giveConsents(authority, permit)
  return { authority, promoter, id, permit }
}

/** A file of the dig, put there by its promoter. */
export async function file(w: World, project: string): Promise<string> {
  const form = new FormData()
  form.set('subject_id', project)
  form.set(
    'file',
    new File([Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')], '区政府批复.pdf', {
      type: 'application/pdf',
    }),
  )
  const answer = await w.as(await w.member('promoter')).raw('/api/attachments', { method: 'POST', body: form })
  return ((await answer.json()) as { id: string }).id
}
