-- The roads that a shape digs into and, on a day, the no-dig rule that binds each longest. A road is its axis widened by half its width (6 m where not
-- known) in metres of its 3-degree zone. A shape counts from 2 cm inside: touching edges do not. Roads wider than 300 m are cut to that.
-- Overlays snap to 1e-9 degrees (a tenth of a millimetre): without it GEOS retries by an exception, on which PGlite answers no row and no error.
create or replace function roads_under(shape geometry, districts int[], day date)
returns table (district_code int, id uuid, code text, name text, name_en text, class text, surface text, geom geometry, dug geometry,
               rule text, jurisdiction text, since date, years int, open_until date, basis_zh text, basis_en text)
language sql stable parallel safe as $$
  with rules as materialized (
    select d.code as district_code, m.key, m.jurisdiction, m.years, m.years_by_surface, m.basis_zh, m.basis_en
      from unnest(districts) as d (code) cross join lateral moratorium_rules(d.code, day) m
  )
  select r.district_code, r.id, r.code, r.name, r.name_en, r.class, r.surface, r.geom,
         st_collectionextract(st_intersection(shape, buffer_metres(r.geom, w.half_m), 1e-9), 3),
         m.key, m.jurisdiction, m.since, m.years, m.open_until, m.basis_zh, m.basis_en
    from road_segment r
   cross join lateral (select least(greatest(coalesce(r.width_m, 6), 1), 300) / 2 as half_m) w
    left join lateral (
         select rules.key, rules.jurisdiction, rules.basis_zh, rules.basis_en,
                case rules.key when 'moratorium.new_road' then r.handed_over_on else r.overhauled_on end as since,
                coalesce((rules.years_by_surface->>r.surface)::int, rules.years) as years,
                open_until(rules.key, rules.years, rules.years_by_surface, r.surface, r.handed_over_on, r.overhauled_on) as open_until
           from rules
          where rules.district_code = r.district_code
            and open_until(rules.key, rules.years, rules.years_by_surface, r.surface, r.handed_over_on, r.overhauled_on) > day
          order by 7 desc limit 1) m on true
   where r.district_code = any (districts)
     and r.geom && st_expand(st_envelope(shape), 151 / (111320 * greatest(cos(radians(greatest(abs(st_ymin(shape)), abs(st_ymax(shape))))), 0.01)), 151 / 110570.0)
     and st_intersects(shape, buffer_metres(r.geom, w.half_m - 0.02))
$$;
