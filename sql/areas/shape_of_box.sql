-- A box, or the two of a box across the antimeridian, widened by metres when asked.
select encode(st_asewkb(buffer_metres(st_geomfromtext(:wkt, 4490), :buffer_m::float8)), 'hex') as "ewkb!"
