-- The files of one project among these, as the caller may see them, with how far from the site (or the dig) each was taken, in metres. In the order of upload.
select a.district_code, a.id, a.name, a.media_type, a.size_bytes, a.audience, a.taken_at, a.created_at,
       st_distance(a.taken_where::geography, coalesce(s.geom, p.geom)::geography) as "distance_m?"
  from attachment a
  join dig_project p on p.district_code = a.district_code and p.id = a.project_id
  left join site s on s.district_code = p.district_code and s.project_id = p.id and s.id = :site_id::uuid
 where a.district_code = :district_code and a.project_id = :project_id and a.id = any (:ids::uuid[])
 order by a.created_at, a.id
