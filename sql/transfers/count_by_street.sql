-- Per street and utility kind: accounts that moved since a day, and those still open. Streets with buildings only, the centre being the street's
-- and never a home's. Runs as the system; small numbers are hidden by the caller.
with street as (
  select b.admin_code, max(b.street_name) as street_name,
         coalesce((select st_centroid(a.geom) from admin_area a
                    where a.code = b.admin_code and a.valid_from <= :day::date and (a.valid_to is null or a.valid_to > :day::date) and a.geom is not null
                    order by a.valid_from desc limit 1),
                  st_centroid(st_extent(b.geom)::geometry)) as centre
    from building b
   where b.district_code = :district_code and b.admin_code is not null
   group by b.admin_code
), kind as (
  select distinct r.utility_kind as kind
    from utility_route r
   where r.district_code = :district_code and exists (select 1 from transfer_leg l where l.district_code = r.district_code and l.kind = r.utility_kind)
), leg as (
  select l.admin_code, l.kind,
         count(*) filter (where l.pushed_at >= :since::timestamptz)::int as moving,
         count(*) filter (where l.status not in ('completed', 'rejected', 'cancelled', 'opted_out'))::int as open
    from transfer_leg l
   where l.district_code = :district_code
   group by l.admin_code, l.kind
)
select s.admin_code as "admin_code!", s.street_name, k.kind as "kind!", st_x(s.centre) as "lon!", st_y(s.centre) as "lat!",
       coalesce(g.moving, 0) as "moving!", coalesce(g.open, 0) as "open!"
  from street s
 cross join kind k
  left join leg g on g.admin_code = s.admin_code and g.kind = k.kind
 order by s.admin_code collate "C", k.kind collate "C"
