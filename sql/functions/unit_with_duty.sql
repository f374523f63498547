-- Who has a duty for a piece of ground on a day: the organisation whose dated area holds most of it, else the oldest of the kind that has the duty. Null: nobody.
create or replace function unit_with_duty(of_district int, ground geometry, of_duty text, of_kind text, on_day date) returns uuid
language sql stable as $$
  select o.id
    from organisation o
    left join lateral (
         select st_area(st_intersection(d.geom, ground, 1e-9)) as share from responsibility d
          where d.district_code = o.district_code and d.organisation_id = o.id and d.duty = of_duty
            and d.valid_from <= on_day and (d.valid_to is null or d.valid_to > on_day) and d.geom && ground and st_intersects(d.geom, ground)
          order by share desc limit 1) held on true
   where o.district_code = of_district and (held.share is not null or o.kind::text = of_kind)
   order by held.share desc nulls last, o.created_at, o.id
   limit 1
$$;
