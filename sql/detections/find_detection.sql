-- One detection as the caller may see it, whole, with how often its case was verified in the field since it was opened.
select d.district_code, d.id, d.reference, d.source, d.observed_at, d.observed_on, d.positional_error_m, d.note, d.status, d.coverage, d.share_covered, d.match,
       d.match_project_id, d.matched_at, d.duplicate_of_id, d.duplicate_overlap, o.reference as "duplicate_of_reference?", d.case_number, d.case_opened_at,
       d.settled_at, d.finding_note, d.decision_reference, d.penalty_yuan, d.organisation_id, d.responsible_id, u.name_zh as "responsible_zh?",
       u.name_en as "responsible_en?", d.import_id, d.area_m2, d.version, d.created_at, d.updated_at,
       st_asgeojson(d.geom, 8, 0)::json as "geometry!", st_asgeojson(d.excess, 8, 0)::json as "excess?", st_area(d.excess::geography) as excess_m2,
       (select count(*)::int from detection_verification v
         where v.district_code = d.district_code and v.detection_id = d.id and v.case_number = d.case_number) as "verified!"
  from detection d
  left join detection o on o.district_code = d.district_code and o.id = d.duplicate_of_id
  left join organisation u on u.district_code = d.district_code and u.id = d.responsible_id
 where d.district_code = :district_code and d.id = :id
