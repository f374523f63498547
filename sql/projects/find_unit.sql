-- Who has a duty where a dig lies on a day: the organisation whose dated area holds most of it, else the oldest of the kind that has the duty. No row: nobody.
select o.id
  from dig_project p
  join organisation o on o.district_code = p.district_code
  left join lateral (
       select st_area(st_intersection(d.geom, p.geom, 1e-9)) as share from responsibility d
        where d.district_code = p.district_code and d.organisation_id = o.id and d.duty = :duty
          and d.valid_from <= :day::date and (d.valid_to is null or d.valid_to > :day::date) and d.geom && p.geom and st_intersects(d.geom, p.geom)
        order by share desc limit 1) held on true
 where p.district_code = :district_code and p.id = :project_id and (held.share is not null or o.kind::text = :kind::text)
 order by held.share desc nulls last, o.created_at, o.id
 limit 1
