-- Moves an import's staged rows to the detections, numbered on from :before.
insert into detection (district_code, id, reference, source, observed_on, positional_error_m, import_id, organisation_id, geom, created_at, updated_at)
select r.district_code, r.id,
       'DT-' || r.district_code || '-' || :year::int || '-' || lpad((:before::int + row_number() over (order by r.number))::text, 6, '0'),
       p.source, p.observed_on, coalesce(p.positional_error_m, 0), r.import_id, r.organisation_id, st_multi(r.geom), :now, :now
  from import_row r
 cross join lateral jsonb_to_record(r.properties) as p(source text, observed_on date, positional_error_m double precision)
 where r.district_code = :district_code and r.import_id = :import_id
