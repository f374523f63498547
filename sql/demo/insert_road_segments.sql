-- The demo's streets. Rows as a JSON array; all or nothing.
insert into road_segment (district_code, id, code, name, name_en, class, lanes, width_m, surface, handed_over_on,
                          overhauled_on, geom, geom_3857, length_m, updated_at)
select r.district_code, r.id, r.code, r.name, r.name_en, r.class, r.lanes, r.width_m, r.surface, r.handed_over_on,
       r.overhauled_on, shape.geom, st_transform(shape.geom, 3857), st_length(shape.geom::geography), r.updated_at
  from json_to_recordset(:rows::json) as r(district_code int, id uuid, code text, name text, name_en text, class text, lanes int,
        width_m double precision, surface text, handed_over_on date, overhauled_on date, geom text,
        updated_at timestamptz)
 cross join lateral (select st_setsrid(st_geomfromgeojson(r.geom), 4490) as geom offset 0) shape
