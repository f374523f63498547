-- The files of a detection among these (all of them when null), as the caller may see them, with how far from the patch each photo was taken, in metres.
select a.district_code, a.id, a.name, a.media_type, a.size_bytes, a.taken_at, a.created_at, st_distance(a.taken_where::geography, d.geom::geography) as "distance_m?"
  from attachment a
  join detection d on d.district_code = a.district_code and d.id = a.subject_id
 where a.district_code = :district_code and a.subject_kind = 'detection' and a.subject_id = :id
   and (:ids::uuid[] is null or a.id = any (:ids::uuid[]))
 order by a.created_at, a.id
