-- The states that the demo's sites have been in, from their own times; the last one is the present.
insert into site_version (district_code, site_id, version, project_id, status, promoter_id, contractor_id, valid_from, valid_to, recorded_from, recorded_to)
select s.district_code, s.id, row_number() over w, s.project_id, states.status, s.promoter_id, s.contractor_id,
       states.since, lead(states.since) over w, states.since, lead(states.since) over w
  from site s
  join dig_project p on p.district_code = s.district_code and p.id = s.project_id
 cross join lateral (values ('not_begun'::site_status, p.created_at), ('open', s.opened_at), ('backfilled', s.backfilled_at),
                            ('restored', s.restored_at)) as states (status, since)
 where s.district_code = :district_code and states.since is not null
window w as (partition by s.id order by states.since, states.status)
