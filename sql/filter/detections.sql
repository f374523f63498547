-- Suspected digs, without order, for the staff of their district only: an unverified patch accuses nobody in public. Repeats are left out. Runs as dongtu_map.
select district_code, id as key, 'det_' || district_code || '_' || id as "id!", reference, source, observed_on, positional_error_m, status::text as "status!",
       share_covered, area_m2, version, updated_at, geom
  from detection
 where district_code = any (:district_codes::int[]) and district_code = any (:staff_codes::int[]) and duplicate_of_id is null
