-- One site as the caller may see it.
select s.district_code, s.id, s.project_id, s.number, s.name, s.name_en, s.status, s.stage, s.card, s.depth_m, s.planned_from, s.planned_to, s.opened_at, s.backfilled_at,
       s.restored_at, s.area_m2, s.version, s.promoter_id, s.contractor_id, p.authority_id, p.kind, st_asgeojson(s.geom, 8, 0)::json as "geometry!"
  from site s
  join dig_project p on p.district_code = s.district_code and p.id = s.project_id
 where s.district_code = :district_code and s.id = :id
