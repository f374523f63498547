-- Keeps the observations that are not there yet and answers the moments of the new ones; the same moment sent again changes nothing.
insert into observation (district_code, datastream_id, phenomenon_at, result, result_code, received_at)
select :district_code::int, :datastream_id::uuid, o.at::timestamptz, o.result, o.code, :now::timestamptz
  from unnest(:moments::text[], :results::float8[], :codes::text[]) as o(at, result, code)
on conflict do nothing
returning phenomenon_at
