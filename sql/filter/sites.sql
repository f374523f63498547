-- Sites (工段) as they stand today with the dig they belong to, without order; seen by the same eyes as their digs. Runs as dongtu_map.
-- dug_from and dug_to as in projects.sql: opened and backfilled, or planned from today on.
select s.district_code, s.id as key, 'sit_' || s.district_code || '_' || s.id as "id!", 'prj_' || s.district_code || '_' || s.project_id as "project_id!",
       p.reference, p.name as project_name, s.number, s.name, s.name_en, s.status::text as "status!", s.stage::text as "stage!", s.card::text as "card!", d.digging as "digging!",
       s.depth_m, s.planned_from, s.planned_to, s.opened_at, s.backfilled_at, s.restored_at, d.dug_from, d.dug_to, s.area_m2, s.version, s.updated_at, s.geom
  from site s
  join dig_project p on p.district_code = s.district_code and p.id = s.project_id
 cross join lateral (
       select case when s.opened_at is null and s.stage in ('cancelled', 'lapsed', 'terminated') then 'never'
                   when s.opened_at is null then 'will_be' when s.backfilled_at is null then 'is' else 'was' end as digging,
              case when s.opened_at is not null then (s.opened_at at time zone 'Asia/Shanghai')::date
                   when s.stage not in ('cancelled', 'lapsed', 'terminated') then greatest(coalesce(s.planned_from, p.planned_from), :today::date) end as dug_from,
              case when s.opened_at is not null and s.backfilled_at is not null then (s.backfilled_at at time zone 'Asia/Shanghai')::date
                   when s.opened_at is not null or s.stage not in ('cancelled', 'lapsed', 'terminated')
                   then greatest(coalesce(s.planned_to, p.planned_to), :today::date) end as dug_to) d
 where s.district_code = any (:district_codes::int[])
   and (s.is_public or s.district_code = any (:staff_codes::int[]) or s.promoter_id = :organisation_id::uuid or s.contractor_id = :organisation_id::uuid)
