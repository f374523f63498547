-- So many detections that nobody has matched yet. Shapes as WKT in CGCS2000 lon,lat.
insert into detection (district_code, id, reference, source, observed_on, positional_error_m, status, organisation_id, created_at, updated_at, geom)
select :district_code, r.id, r.reference, 'bench', r.observed_on, r.error_m, 'detected', :owner_id::uuid, :at::timestamptz, :at::timestamptz,
       st_multi(st_geomfromtext(r.wkt, 4490))
  from json_to_recordset(:rows::json) as r(id uuid, reference text, observed_on date, error_m float8, wkt text)
