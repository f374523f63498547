-- A saved area of the caller's organisation, widened by metres when asked.
select encode(st_asewkb(buffer_metres(geom, :buffer_m::float8)), 'hex') as "ewkb!"
  from saved_area
 where district_code = :district_code and id = :id
