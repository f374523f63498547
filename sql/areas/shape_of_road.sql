-- The surface of the roads of a name: half its width to each side (5 m where the width is unknown), or :buffer_m from the centre line. Null: no such road.
select encode(st_asewkb(st_unaryunion(st_collect(buffer_metres(geom, coalesce(:buffer_m::float8, width_m / 2, 5))), 1e-9)), 'hex') as ewkb
  from road_segment
 where district_code = any (:district_codes::int[]) and (name = :name or name_en = :name)
