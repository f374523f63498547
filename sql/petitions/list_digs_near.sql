-- Public digs at work, or permitted to begin by a day, within so many metres of a place in lon,lat (CGCS2000): nearest first. Metres are geodesic. No person, no planned dig.
with here as (select st_setsrid(st_makepoint(:lon::float8, :lat::float8), 4490) as geom)
select p.district_code, p.id, p.reference, p.name, p.name_en, p.kind, p.stage, p.promoter_name, p.contractor_name, p.street_name, p.planned_from, p.planned_to,
       st_distance(p.geom::geography, here.geom::geography) as "distance_m!", st_asgeojson(st_centroid(p.geom), 6, 0)::json as "centre!",
       m.reference as "permit_reference?", m.valid_to as "permit_until?"
  from here
  join dig_project p on p.district_code = :district_code and p.geom && reach_box(here.geom, :radius_m::float8)
  left join lateral (
       select reference, valid_to from permit
        where permit.district_code = p.district_code and permit.project_id = p.id and permit.kind in ('excavation', 'construction')
          and permit.status in ('granted', 'delivered', 'expired')
        order by permit.kind <> 'excavation', valid_to desc nulls last, reference limit 1) m on true
 where p.is_public and (p.stage in ('in_progress', 'suspended') or (p.stage = 'permitted' and p.planned_from <= :soon::date))
   and st_dwithin(p.geom::geography, here.geom::geography, :radius_m::float8)
 order by st_distance(p.geom::geography, here.geom::geography), p.reference
 limit :limit::int
