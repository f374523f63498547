-- A breach that goes on: the one of this datastream (and alarm) that is no further from the new span than the gap, in minutes, grows by it. Nothing back when it is a new one.
update breach b
   set began_at = least(b.began_at, :began_at::timestamptz), last_at = greatest(b.last_at, :last_at::timestamptz), peak = greatest(b.peak, :peak::float8)
 where b.district_code = :district_code
   and b.id = (select n.id from breach n
                where n.district_code = :district_code and n.datastream_id = :datastream_id::uuid and n.code is not distinct from :code
                  and n.last_at >= :began_at::timestamptz - make_interval(mins => :gap_minutes::int)
                  and n.began_at <= :last_at::timestamptz + make_interval(mins => :gap_minutes::int)
                order by n.began_at limit 1)
returning b.id
