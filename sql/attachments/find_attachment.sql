-- One file as the caller may see it (row security decides by its audience).
select district_code, id, project_id, subject_kind, subject_id, name, media_type, size_bytes, sha256, store_key, audience, taken_at, created_at,
       st_asgeojson(taken_where, 8, 0)::json as "taken_where?"
  from attachment
 where district_code = :district_code and id = :id
