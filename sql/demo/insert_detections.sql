-- The demo's change polygons, not yet matched. Rows as a JSON array; all or nothing.
insert into detection (district_code, id, reference, source, observed_on, positional_error_m, note, organisation_id, geom, created_at, updated_at)
select r.district_code, r.id, r.reference, r.source, r.observed_on, r.positional_error_m, r.note, r.organisation_id,
       st_setsrid(st_geomfromgeojson(r.geom), 4490), r.created_at, r.created_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, reference text, source text, observed_on date, positional_error_m double precision,
        note text, organisation_id uuid, geom text, created_at timestamptz)
