-- The files of a request among these (all of them when null), as the caller may see them, the oldest first.
select district_code, id, name, media_type, size_bytes, taken_at, created_at, null::float8 as "distance_m?"
  from attachment
 where district_code = :district_code and subject_kind = 'petition' and subject_id = :id and (:ids::uuid[] is null or id = any (:ids::uuid[]))
 order by created_at, id
 limit 50
