-- Observations of a datastream from one instant to another, both counted, the earliest first.
select phenomenon_at, result, result_code
  from observation
 where district_code = :district_code and datastream_id = :datastream_id::uuid and phenomenon_at between :from::timestamptz and :to::timestamptz
 order by phenomenon_at
 limit :limit::int
