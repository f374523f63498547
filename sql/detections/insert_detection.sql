-- A detection as it was reported: not yet matched. Answers its area in square metres on the ellipsoid.
insert into detection (district_code, id, reference, source, observed_at, observed_on, positional_error_m, note, organisation_id, geom, created_at, updated_at)
values (:district_code, :id, :reference, :source, :observed_at::timestamptz, :observed_on::date, :positional_error_m, :note, :organisation_id,
        st_setsrid(st_geomfromgeojson(:geometry), 4490), :now::timestamptz, :now::timestamptz)
returning area_m2
