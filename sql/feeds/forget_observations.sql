-- Observations older than the rule keeps them go, at most ten thousand at a time; what a breach was found from stays with it.
with old as (
  select o.district_code, o.datastream_id, o.phenomenon_at
    from observation o
   where o.district_code = :district_code and o.phenomenon_at < :before::timestamptz
     and not exists (select 1 from breach b
                      where b.district_code = o.district_code and b.datastream_id = o.datastream_id and o.phenomenon_at between b.began_at and b.last_at)
   limit 10000
)
delete from observation o using old
 where o.district_code = old.district_code and o.datastream_id = old.datastream_id and o.phenomenon_at = old.phenomenon_at
