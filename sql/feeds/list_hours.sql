-- The peak of each hour, and how many alarms, of all datastreams of a dig from an instant on, the earliest hour first.
select o.datastream_id, date_trunc('hour', o.phenomenon_at) as "hour!", max(o.result) as peak, count(o.result_code)::int as "alarms!"
  from datastream d
  join observation o on o.district_code = d.district_code and o.datastream_id = d.id
 where d.district_code = :district_code and d.project_id = :project_id::uuid and o.phenomenon_at >= :from::timestamptz
 group by 1, 2
 order by 2
