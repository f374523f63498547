-- Digs as they stood at an instant, as it was known at :known_at (now, when null), without order: the latest version that was true and known by then.
-- The columns and the eyes of projects.sql; who is not staff or builder sees what was public then and still is. Runs as dongtu_map.
select p.district_code, p.id as key, 'prj_' || p.district_code || '_' || p.id as "id!", p.reference, p.project_code, v.name, p.name_en, v.kind::text as "kind!",
       v.stage::text as "stage!", v.card::text as "card!", v.card_owner::text as card_owner, d.digging as "digging!", p.promoter_name, p.contractor_name,
       p.admin_code, p.street_name, v.planned_from, v.planned_to, d.begun_on, d.ended_on, d.dug_from, d.dug_to, p.depth_m, p.width_m,
       st_area(v.geom::geography) as area_m2, p.length_m, p.is_retrospective, v.version, p.created_at, v.valid_from as updated_at, v.geom
  from project_version v
  join dig_project p on p.district_code = v.district_code and p.id = v.project_id
 cross join lateral (
       select b.begun_on, b.ended_on,
              case when b.begun_on is null and v.stage in ('cancelled', 'lapsed', 'terminated') then 'never'
                   when b.begun_on is null then 'will_be'
                   when b.ended_on is null or v.stage in ('in_progress', 'suspended') then 'is'
                   else 'was' end as digging,
              case when b.begun_on is not null then b.begun_on
                   when v.stage not in ('cancelled', 'lapsed', 'terminated') then greatest(v.planned_from, :today::date) end as dug_from,
              case when b.begun_on is not null and b.ended_on is not null and v.stage not in ('in_progress', 'suspended') then b.ended_on
                   when b.begun_on is not null or v.stage not in ('cancelled', 'lapsed', 'terminated') then greatest(v.planned_to, :today::date) end as dug_to
         from (select case when p.begun_on <= :today::date then p.begun_on end as begun_on, case when p.ended_on <= :today::date then p.ended_on end as ended_on) b) d
 where v.district_code = any (:district_codes::int[])
   and ((v.is_public and p.is_public) or p.district_code = any (:staff_codes::int[]) or p.promoter_id = :organisation_id::uuid or p.contractor_id = :organisation_id::uuid)
   and v.valid_from <= :at::timestamptz
   and (v.valid_to is null or v.valid_to > :at::timestamptz or v.recorded_to > :known_at::timestamptz)
   and (:known_at::timestamptz is null or v.recorded_from <= :known_at::timestamptz)
   and not exists (
       select 1 from project_version n
        where n.district_code = v.district_code and n.project_id = v.project_id and n.version > v.version and n.valid_from <= :at::timestamptz
          and (:known_at::timestamptz is null or n.recorded_from <= :known_at::timestamptz))
