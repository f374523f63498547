-- Sites as they stood at an instant, as known at :known_at (now, when null), without order: status by their own versions, stage and card by those of
-- their dig. The columns and the eyes of sites.sql; who is not staff or builder sees what is still public. Runs as dongtu_map.
select s.district_code, s.id as key, 'sit_' || s.district_code || '_' || s.id as "id!", 'prj_' || s.district_code || '_' || s.project_id as "project_id!",
       p.reference, v.name as project_name, s.number, s.name, s.name_en, w.status::text as "status!", v.stage::text as "stage!", v.card::text as "card!", d.digging as "digging!",
       s.depth_m, s.planned_from, s.planned_to, d.opened_at, d.backfilled_at, d.restored_at, d.dug_from, d.dug_to, s.area_m2, w.version, w.valid_from as updated_at, s.geom
  from site_version w
  join site s on s.district_code = w.district_code and s.id = w.site_id
  join dig_project p on p.district_code = s.district_code and p.id = s.project_id
  join project_version v on v.district_code = p.district_code and v.project_id = p.id
 cross join lateral (
       select t.opened_at, t.backfilled_at, t.restored_at,
              case when t.opened_at is null and v.stage in ('cancelled', 'lapsed', 'terminated') then 'never'
                   when t.opened_at is null then 'will_be' when t.backfilled_at is null then 'is' else 'was' end as digging,
              case when t.opened_at is not null then (t.opened_at at time zone 'Asia/Shanghai')::date
                   when v.stage not in ('cancelled', 'lapsed', 'terminated') then greatest(coalesce(s.planned_from, v.planned_from), :today::date) end as dug_from,
              case when t.opened_at is not null and t.backfilled_at is not null then (t.backfilled_at at time zone 'Asia/Shanghai')::date
                   when t.opened_at is not null or v.stage not in ('cancelled', 'lapsed', 'terminated')
                   then greatest(coalesce(s.planned_to, v.planned_to), :today::date) end as dug_to
         from (select case when s.opened_at <= :at::timestamptz then s.opened_at end as opened_at,
                      case when s.backfilled_at <= :at::timestamptz then s.backfilled_at end as backfilled_at,
                      case when s.restored_at <= :at::timestamptz then s.restored_at end as restored_at) t) d
 where w.district_code = any (:district_codes::int[])
   and ((v.is_public and s.is_public) or s.district_code = any (:staff_codes::int[]) or s.promoter_id = :organisation_id::uuid or s.contractor_id = :organisation_id::uuid)
   and w.valid_from <= :at::timestamptz
   and (w.valid_to is null or w.valid_to > :at::timestamptz or w.recorded_to > :known_at::timestamptz)
   and (:known_at::timestamptz is null or w.recorded_from <= :known_at::timestamptz)
   and v.valid_from <= :at::timestamptz
   and (v.valid_to is null or v.valid_to > :at::timestamptz or v.recorded_to > :known_at::timestamptz)
   and (:known_at::timestamptz is null or v.recorded_from <= :known_at::timestamptz)
   and not exists (
       select 1 from site_version n
        where n.district_code = w.district_code and n.site_id = w.site_id and n.version > w.version and n.valid_from <= :at::timestamptz
          and (:known_at::timestamptz is null or n.recorded_from <= :known_at::timestamptz))
   and not exists (
       select 1 from project_version n
        where n.district_code = v.district_code and n.project_id = v.project_id and n.version > v.version and n.valid_from <= :at::timestamptz
          and (:known_at::timestamptz is null or n.recorded_from <= :known_at::timestamptz))
