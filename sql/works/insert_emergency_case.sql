-- Opens the case of an emergency that was not filed in its hours, once. No row back: there is one already.
with dig as (
  select district_code, id, reference, authority_id, promoter_id, contractor_id from dig_project
   where district_code = :district_code and id = :project_id
), opened as (
  insert into emergency_case (district_code, id, project_id, status, authority_id, promoter_id, contractor_id, opened_at, updated_at)
  select district_code, :id::uuid, id, 'open', authority_id, promoter_id, contractor_id, :now, :now from dig
  on conflict (district_code, project_id) do nothing
  returning district_code, version
)
select d.reference, d.authority_id, d.promoter_id, d.contractor_id, o.version
  from opened o join dig d on d.district_code = o.district_code
