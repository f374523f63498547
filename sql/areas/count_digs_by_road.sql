-- How often each road of an area was dug: the digs of a selection whose ground reaches its surface (half its width from the centre line, 5 m where the width
-- is unknown), most often first, at most 100 roads. A dig at a crossing counts for both roads. Degrees decide where they can (a degree is 110,500 m at least
-- along a meridian, 111,700 m at most anywhere), the ellipsoid where they cannot: 0.13 s instead of 0.72 s for 2,000 digs.
with picked as (
  select 0 as district_code, ''::text as id, ''::text as reference, ''::text as digging, null::date as dug_from, null::date as dug_to, null::geometry as geom
), near as (
  select r.name, r.name_en, r.geom as road, coalesce(r.width_m / 2, 5) as reach_m, st_distance(r.geom, p.geom) as degrees,
         p.id, p.reference, p.digging, p.dug_from, p.dug_to, p.geom
    from picked p
    join road_segment r on r.district_code = p.district_code and r.name is not null and r.geom && st_expand(p.geom, 0.0006)
   where r.district_code = any (:district_codes::int[]) and r.geom && :ewkb::geometry and p.digging <> 'never'
  offset 0
), dug as (
  select distinct name, name_en, id, reference, digging, dug_from, dug_to
    from near
   where case when degrees <= reach_m / 111700 then true
              when degrees > reach_m / (110500 * cos(radians(least(greatest(abs(st_ymin(geom)), abs(st_ymax(geom))), 80)))) then false
              else st_dwithin(road::geography, geom::geography, reach_m) end
)
select name as "name!", min(name_en) as name_en, count(distinct id) filter (where digging in ('was', 'is'))::int as "times!",
       count(distinct id) filter (where digging = 'will_be')::int as "planned!", min(dug_from) as first_on, max(dug_to) as last_on,
       jsonb_agg(distinct jsonb_build_object('id', id, 'reference', reference, 'digging', digging, 'from', dug_from, 'to', dug_to)) as "digs!"
  from dug
 group by name
 order by 3 desc, 4 desc, name collate "C"
 limit 100
