-- The states that the demo's permits have been in, one for each of their events; the last one is the present.
insert into permit_version (district_code, permit_id, version, project_id, status, authority_id, promoter_id, contractor_id,
                            permitted_from, permitted_to, valid_from, valid_to, recorded_from, recorded_to)
select m.district_code, m.id, e.subject_version, m.project_id, (e.data ->> 'to')::permit_status, m.authority_id, m.promoter_id, m.contractor_id,
       case when e.at >= m.decided_at then m.valid_from end, case when e.at >= m.decided_at then m.valid_to end, e.at, lead(e.at) over w, e.at, lead(e.at) over w
  from event e
  join permit m on m.district_code = e.district_code and m.id = e.subject_id
 where e.district_code = :district_code and e.subject_kind = 'permit'
window w as (partition by e.subject_id order by e.subject_version)
