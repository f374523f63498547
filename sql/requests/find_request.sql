-- One request as the caller may see it.
select r.district_code, r.id, r.project_id, r.utility_id, r.utility_kind, r.promoter_id, r.contractor_id, r.project_reference, r.project_name, r.status, r.response_code,
       r.response_note, r.nearest_m, r.segments, r.asked_at, r.due_on, r.answered_at, r.version, null::uuid as authority_id, st_asgeojson(r.geom, 8, 0)::json as "geometry!"
  from utility_request r
 where r.district_code = :district_code and r.id = :id
