-- Who looked at a detection in the field, the earliest first.
select id, case_number, step, note, st_asgeojson(position, 7, 0)::json as "position?", position_accuracy_m, distance_m, evidence, verifier_name, verified_at
  from detection_verification
 where district_code = :district_code and detection_id = :id
 order by case_number, verified_at, step desc, id
