-- One change or renewal as the caller may see it, with its new ground as GeoJSON in lon,lat.
select district_code, id, permit_id, project_id, reference, kind, status, reason, valid_from, valid_to, authority_id, promoter_id, contractor_id,
       submitted_at, accepted_at, decided_at, decision_reason, version, st_asgeojson(geom, 8, 0)::json as "geometry?"
  from change_request where district_code = :district_code and id = :id
