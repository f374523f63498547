-- A drawn shape, widened by metres when asked; a broken outline is mended.
select encode(st_asewkb(buffer_metres(st_makevalid(st_setsrid(st_geomfromgeojson(:geometry), 4490)), :buffer_m::float8)), 'hex') as "ewkb!"
