-- The roads of one tile in tile units, in no order: the great ones below zoom 10, collectors below 12, all from there on. Ids from zoom 13, and from
-- zoom 12 the day until which a road may not be dug with the rule that says so (from dated rules on the day of asking, so nothing is stored twice).
with rules as materialized (
  select d.code as district_code, m.key, m.years, m.years_by_surface
    from unnest(:district_codes::int[]) as d (code) cross join lateral moratorium_rules(d.code, :today::date) m
   where :z::int >= 12
)
select case when :z::int >= 13 then 'rod_' || r.district_code || '_' || r.id end as id, r.code, r.name, r.name_en, r.class, r.lanes, r.width_m, r.handed_over_on,
       n.open_until as "open_until?", n.rule as "rule?",
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(r.geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from road_segment r
  left join lateral (
       select rules.key as rule, open_until(rules.key, rules.years, rules.years_by_surface, r.surface, r.handed_over_on, r.overhauled_on) as open_until
         from rules
        where rules.district_code = r.district_code
          and open_until(rules.key, rules.years, rules.years_by_surface, r.surface, r.handed_over_on, r.overhauled_on) > :today::date
        order by 2 desc limit 1) n on true
 where r.district_code = any (:district_codes::int[])
   and r.geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
   and (:z::int >= 12 or r.class in ('motorway', 'expressway', 'trunk', 'primary', 'arterial')
        or (:z::int >= 10 and r.class in ('secondary', 'tertiary', 'sub_arterial', 'collector')))
