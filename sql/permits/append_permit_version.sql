-- Keeps the permit's present state with both times and closes the former.
with closed as (
  update permit_version set valid_to = :now, recorded_to = :recorded_at
   where district_code = :district_code and permit_id = :id and recorded_to is null
)
insert into permit_version (district_code, permit_id, version, project_id, status, authority_id, promoter_id, contractor_id, permitted_from, permitted_to, valid_from, recorded_from)
select district_code, id, version, project_id, status, authority_id, promoter_id, contractor_id, valid_from, valid_to, :now, :recorded_at
  from permit where district_code = :district_code and id = :id
