-- Digs as they stand today, without order: public ones, all of the caller's own districts, and those the caller builds. Runs as dongtu_map.
-- dug_from and dug_to say when its ground is open: a dig not begun can only be dug from today on, one not ended lasts at least until today.
select p.district_code, p.id as key, 'prj_' || p.district_code || '_' || p.id as "id!", p.reference, p.project_code, p.name, p.name_en, p.kind::text as "kind!",
       p.stage::text as "stage!", p.card::text as "card!", p.card_owner::text as card_owner, d.digging as "digging!", p.promoter_name, p.contractor_name,
       p.admin_code, p.street_name, p.planned_from, p.planned_to, p.begun_on, p.ended_on, d.dug_from, d.dug_to, p.depth_m, p.width_m, p.area_m2, p.length_m,
       p.is_retrospective, p.version, p.created_at, p.updated_at, p.geom
  from dig_project p
 cross join lateral (
       select case when p.begun_on is null and p.stage in ('cancelled', 'lapsed', 'terminated') then 'never'
                   when p.begun_on is null then 'will_be'
                   when p.ended_on is null or p.stage in ('in_progress', 'suspended') then 'is'
                   else 'was' end as digging,
              case when p.begun_on is not null then p.begun_on
                   when p.stage not in ('cancelled', 'lapsed', 'terminated') then greatest(p.planned_from, :today::date) end as dug_from,
              case when p.begun_on is not null and p.ended_on is not null and p.stage not in ('in_progress', 'suspended') then p.ended_on
                   when p.begun_on is not null or p.stage not in ('cancelled', 'lapsed', 'terminated') then greatest(p.planned_to, :today::date) end as dug_to) d
 where p.district_code = any (:district_codes::int[])
   and (p.is_public or p.district_code = any (:staff_codes::int[]) or p.promoter_id = :organisation_id::uuid or p.contractor_id = :organisation_id::uuid)
