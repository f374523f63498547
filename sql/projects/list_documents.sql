-- The documents of one project that the caller may see, newest first.
select district_code, id, subject_kind, subject_id, name, media_type, size_bytes, audience, taken_at, created_at
  from attachment
 where district_code = :district_code and project_id = :project_id
 order by created_at desc, id limit 500
