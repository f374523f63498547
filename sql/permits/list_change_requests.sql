-- What was asked of one permit, newest first; of asked ground its size and that of the ground as it is open now, in m².
select c.district_code, c.id, c.permit_id, c.project_id, c.reference, c.kind, c.status, c.reason, c.valid_from, c.valid_to, c.authority_id, c.promoter_id, c.contractor_id,
       c.submitted_at, c.accepted_at, c.decided_at, c.decision_reason, c.version, st_asgeojson(c.geom, 8, 0)::json as "geometry?",
       st_area(c.geom::geography) as "area_m2?", case when c.geom is not null then st_area(g.geom::geography) end as "ground_m2?"
  from change_request c
  left join dig_ground g on g.district_code = c.district_code and g.project_id = c.project_id
 where c.district_code = :district_code and c.permit_id = :permit_id
 order by c.created_at desc, c.reference desc limit 100
