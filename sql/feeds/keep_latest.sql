-- The youngest observation of a datastream beside it, for lists.
update datastream d
   set latest_at = o.phenomenon_at, latest_result = o.result, latest_code = o.result_code
  from (select phenomenon_at, result, result_code from observation
         where district_code = :district_code and datastream_id = :id::uuid
         order by phenomenon_at desc limit 1) o
 where d.district_code = :district_code and d.id = :id::uuid
