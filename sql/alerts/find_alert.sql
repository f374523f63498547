-- One alert as anybody may read it.
select district_code, id, kind, level, note, status, basis_zh, basis_en, kinds, exempts_emergency, admin_code, st_asgeojson(geom, 7)::json as geometry,
       answer_hours, from_at, until_at, issued_at, in_force_at, lifted_at, lift_reason, version
  from alert where district_code = :district_code and id = :id
