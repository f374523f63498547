-- Whether a drawn area is a proper one, and if not, why (GEOS's words).
select st_isvalid(a.shape) as "is_valid!", st_isvalidreason(a.shape) as "reason!"
  from (select st_geomfromgeojson(:area) as shape) a
