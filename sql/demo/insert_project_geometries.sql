-- The ground of the demo's digs in two of its lives: planned, from the day they were registered; permitted, while a permit opened it.
insert into project_geometry (district_code, id, project_id, life, geom, source, valid_from, valid_to, recorded_from, recorded_to, promoter_id, contractor_id)
select p.district_code, gen_random_uuid(), p.id, l.life, p.geom, l.source, l.since, l.until, l.since, l.until, p.promoter_id, p.contractor_id
  from dig_project p
  cross join lateral (
       select 'plan'::geometry_life as life, 'registered' as source, p.created_at as since, null::timestamptz as until
       union all
       select 'permitted', m.reference, m.decided_at, case when m.status not in ('granted', 'delivered') then m.updated_at end
         from permit m
        where m.district_code = p.district_code and m.project_id = p.id and m.valid_from is not null) l
 where p.district_code = :district_code
