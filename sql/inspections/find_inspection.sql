-- One visit as the caller may see it, with the rectification that came of it.
select i.district_code, i.id, i.project_id, i.site_id, i.reference, i.kind, i.category, i.outcome, i.findings, i.note, i.promoter_told, i.made_safe,
       i.follows_rectification_id, st_asgeojson(i.position, 8, 0)::json as "position?", i.position_accuracy_m, i.distance_m, i.evidence,
       i.inspector_name, i.organisation_id, i.promoter_id, i.contractor_id, i.started_at, i.inspected_at, i.recorded_at, st_asgeojson(i.sketch, 8, 0)::json as "sketch?", i.withdrawn_at, i.withdrawn_reason, i.version,
       r.id as "rectification_id?"
  from inspection i
  left join rectification r on r.district_code = i.district_code and r.inspection_id = i.id
 where i.district_code = :district_code and i.id = :id
