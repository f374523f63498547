-- Somebody looked at a detection in the field, for good; how far from the patch they stood, in metres. Answers that distance.
insert into detection_verification (district_code, id, detection_id, case_number, step, note, position, position_accuracy_m, distance_m, evidence,
                                    verifier_id, verifier_name, organisation_id, verified_at, recorded_at)
select d.district_code, :id::uuid, d.id, d.case_number, :step, :note, st_setsrid(st_makepoint(:lon::float8, :lat::float8), 4490), :accuracy_m::float8,
       st_distance(st_setsrid(st_makepoint(:lon::float8, :lat::float8), 4490)::geography, d.geom::geography), :evidence::uuid[],
       :verifier_id::uuid, :verifier_name, :organisation_id::uuid, :now::timestamptz, :recorded_at::timestamptz
  from detection d
 where d.district_code = :district_code and d.id = :detection_id
returning distance_m
