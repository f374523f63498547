-- One visit, as it will stand for good. Its distance in metres is from where the inspector stood to the site, or to the dig when no site is named.
insert into inspection (district_code, id, project_id, site_id, reference, kind, category, outcome, findings, note, promoter_told, made_safe,
                        follows_rectification_id, position, position_accuracy_m, distance_m, evidence, inspector_id, inspector_name,
                        organisation_id, promoter_id, contractor_id, started_at, inspected_at, recorded_at, sketch)
select p.district_code, :id::uuid, p.id, s.id, p.reference || '-I' || lpad(:number::text, greatest(2, length(:number::text)), '0'), :kind, :category, :outcome::inspection_outcome,
       :findings::jsonb, :note, :promoter_told::boolean, :made_safe::boolean, :follows_rectification_id::uuid,
       st_setsrid(st_makepoint(:lon::float8, :lat::float8), 4490), :accuracy_m::float8,
       st_distance(st_setsrid(st_makepoint(:lon::float8, :lat::float8), 4490)::geography, coalesce(s.geom, p.geom)::geography),
       :evidence::uuid[], :inspector_id::uuid, :inspector_name, :organisation_id::uuid, p.promoter_id, p.contractor_id, :started_at::timestamptz, :inspected_at::timestamptz, :recorded_at::timestamptz,
       st_setsrid(st_geomfromgeojson(:sketch), 4490)
  from dig_project p
  left join site s on s.district_code = p.district_code and s.project_id = p.id and s.id = :site_id::uuid
 where p.district_code = :district_code and p.id = :project_id
returning reference, distance_m
