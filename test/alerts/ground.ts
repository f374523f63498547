import type { Answer, Member, World } from '../world.ts'

export const now = '2026-03-02T02:00:00Z'
export const until = '2026-03-04T02:00:00Z'
export const smog = { kind: 'heavy_pollution', level: 'red', until_at: until }

export const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

export interface Dig {
  id: string
  kind: string
  is_retrospective: boolean
  promoter_id: string
  stage: string
  card: string
  card_owner: string | null
  works: string
  clock: string
  clock_card: string
  due_on: string
  west: number
  south: number
}
/** Edge of a dig, in degrees. */
export const edge = 0.0003

/** Digs by the hundred, straight into the tables, forty to a row: three of five dug, one suspended by its builder, one not begun; every sixth is late. */
export async function layDigs(w: World, count: number, promoters: Member[]): Promise<void> {
  const authority = await w.member('authority')
  await w.look(({ tx }) =>
    tx.raw(
      `with given as (
         select i, gen_random_uuid() as id, gen_random_uuid() as works_id, gen_random_uuid() as clock_id, ($4::uuid[])[1 + i % cardinality($4::uuid[])] as promoter_id,
                (array['road_excavation', 'pipeline_works', 'building_works', 'emergency_repair'])[1 + i % 4]::project_kind as kind, i % 7 = 0 as is_retrospective,
                (array['in_progress', 'in_progress', 'in_progress', 'suspended', 'not_started'])[1 + i % 5]::works_status as works, i % 6 = 0 and i % 5 < 3 as is_late,
                st_multi(st_setsrid(st_makeenvelope(103.9 + (i % 40) * 0.001, 30.5 + (i / 40) * 0.001, 103.9 + (i % 40) * 0.001 + ${edge}, 30.5 + (i / 40) * 0.001 + ${edge}), 4490)) as geom
           from generate_series(1, $2::int) as i
       ), digs as (
         insert into dig_project (district_code, id, reference, name, kind, stage, card, card_owner, promoter_id, promoter_name, authority_id, planned_from, planned_to,
                                  geom, is_retrospective, begun_on, created_at, updated_at)
         select $1::int, id, 'ALT-' || i, '预警测试 ' || i, kind, (case works when 'not_started' then 'planned' else works::text end)::project_stage,
                (case when is_late then 'red' else 'none' end)::card, (case when is_late then 'promoter' end)::card_owner, promoter_id, '测试建设单位', $3::uuid, '2026-02-01',
                '2026-04-30', geom, is_retrospective, case when works <> 'not_started' then date '2026-02-02' end, $5::timestamptz, $5::timestamptz
           from given
       ), versions as (
         insert into project_version (district_code, project_id, version, stage, card, kind, name, promoter_id, planned_from, planned_to, geom, valid_from, recorded_from)
         select $1, id, 1, (case works when 'not_started' then 'planned' else works::text end)::project_stage, 'none', kind, 'x', promoter_id, '2026-02-01', '2026-04-30', geom, $5, $5
           from given
       ), works as (
         insert into works (district_code, id, project_id, status, promoter_id, authority_id, started_at, suspended_at, updated_at)
         select $1, works_id, id, works, promoter_id, $3, case when works <> 'not_started' then timestamptz '2026-02-02T02:00:00Z' end,
                case when works = 'suspended' then $5::timestamptz end, $5 from given
       ), clocks as (
         insert into clock (district_code, id, project_id, subject_kind, subject_id, kind, owner, owner_id, promoter_id, basis_zh, basis_en, unit, started_at, started_on,
                            due_on, yellow_on, card)
         select $1, clock_id, id, 'works', works_id, 'works.period', 'promoter', promoter_id, promoter_id, '', '', 'calendar_days', $5, '2026-02-02',
                case when is_late then date '2026-02-20' else date '2026-04-30' end, case when is_late then date '2026-02-18' else date '2026-04-29' end,
                (case when is_late then 'red' else 'none' end)::card
           from given where works <> 'not_started'
         returning district_code, id, card, due_on, yellow_on
       )
       insert into clock_version (district_code, clock_id, version, cause, state, card, due_on, yellow_on, valid_from, recorded_from)
       select district_code, id, 1, 'started', 'running', card, due_on, yellow_on, $5, $5 from clocks`,
      [w.district_code, count, authority.organisation_id, promoters.map((one) => one.organisation_id), now],
    ),
  )
}

/** Every dig of the district as it stands, by id. */
export function stand(w: World): Promise<Dig[]> {
  return w.look(({ tx }) =>
    tx.raw<Dig>(
      `select p.id, p.kind, p.is_retrospective, p.promoter_id, p.stage, p.card, p.card_owner, w.status as works, k.state as clock, k.card as clock_card, k.due_on,
              st_xmin(p.geom) as west, st_ymin(p.geom) as south
         from dig_project p
         join works w on w.district_code = p.district_code and w.project_id = p.id
         left join clock k on k.district_code = p.district_code and k.project_id = p.id and k.kind = 'works.period'
        where p.district_code = $1 order by p.id`,
      [w.district_code],
    ),
  )
}

/** The digs that have an order of an alert, by id. */
export async function ordered(w: World, alert: string): Promise<string[]> {
  const rows = await w.look(({ tx }) =>
    tx.raw<{ project_id: string }>(
      'select project_id from stop_order where district_code = $1 and alert_id = $2 order by project_id',
      [w.district_code, alert.split('_')[2]],
    ),
  )
  return rows.map(({ project_id }) => project_id)
}

export const countOf = async (w: World, text: string): Promise<number> =>
  Number((await w.look(({ tx }) => tx.raw<{ n: number }>(text, [w.district_code])))[0]!.n)

export const ok = (answer: Answer): any => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}
