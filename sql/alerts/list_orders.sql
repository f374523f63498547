-- Stop orders of an alert as the caller may see them, by state when asked ('silent' = not acknowledged though the hours are over): those
-- not acknowledged first, then by reference. With a point inside each dig.
select o.district_code, o.id, o.alert_id, o.project_id, p.reference, p.name, p.name_en, p.kind, p.promoter_id, p.promoter_name, p.street_name, o.status, o.is_halting,
       o.status = 'sent' and o.answer_by <= :now::timestamptz as "is_silent!", o.sent_at, o.answer_by, o.acknowledged_at, o.released_at, o.version,
       st_asgeojson(st_pointonsurface(p.geom), 7)::json as "point!"
  from stop_order o
  join dig_project p on p.district_code = o.district_code and p.id = o.project_id
 where o.district_code = :district_code and o.alert_id = :alert_id
   and (:state::text is null or o.status::text = :state::text or (:state::text = 'silent' and o.status = 'sent' and o.answer_by <= :now::timestamptz))
   and (:promoter_id::uuid is null or o.promoter_id = :promoter_id::uuid)
   and (:q::text is null or position(lower(:q::text) in lower(p.reference || ' ' || p.name || ' ' || p.promoter_name)) > 0)
 order by o.status, o.answer_by, p.reference, o.id
 limit :limit::int offset :offset::int
