-- How often each road of an area was dug: the digs of a selection whose ground reaches its surface (half its width from the centre line, 5 m where the width
-- is unknown), most often first, at most 100 roads. A dig at a crossing counts for both roads.
with picked as (
  select 0 as district_code, ''::text as id, ''::text as reference, ''::text as digging, null::date as dug_from, null::date as dug_to, null::geometry as geom
)
select r.name as "name!", min(r.name_en) as name_en, count(distinct p.id) filter (where p.digging in ('was', 'is'))::int as "times!",
       count(distinct p.id) filter (where p.digging = 'will_be')::int as "planned!", min(p.dug_from) as first_on, max(p.dug_to) as last_on,
       (jsonb_agg(distinct jsonb_build_object('id', p.id, 'reference', p.reference, 'digging', p.digging, 'from', p.dug_from, 'to', p.dug_to))) as "digs!"
  from picked p
  join road_segment r
    on r.district_code = p.district_code and r.name is not null and r.geom && st_expand(p.geom, 0.0006)
   and st_dwithin(r.geom::geography, p.geom::geography, coalesce(r.width_m / 2, 5))
 where r.district_code = any (:district_codes::int[]) and r.geom && :ewkb::geometry and p.digging <> 'never'
 group by r.name
 order by 3 desc, 4 desc, r.name collate "C"
 limit 100
