-- One file that is meant for everybody, of a dig that everybody may know.
select a.district_code, a.id, a.project_id, a.subject_kind, a.subject_id, a.name, a.media_type, a.size_bytes, a.sha256, a.store_key, a.audience,
       a.taken_at, a.created_at, st_asgeojson(a.taken_where, 8, 0)::json as "taken_where?"
  from attachment a
  join dig_project p on p.district_code = a.district_code and p.id = a.project_id
 where a.district_code = :district_code and a.id = :id and a.audience = 'public' and p.is_public
