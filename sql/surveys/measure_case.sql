-- The excess of an open case as the newest survey shows it.
update overdig_case
   set excess = st_multi(st_setsrid(st_geomfromgeojson(:excess), 4490)), excess_m2 = :excess_m2, excess_share = :excess_share, version = version + 1,
       updated_at = :now
 where district_code = :district_code and id = :id and status = 'open'
