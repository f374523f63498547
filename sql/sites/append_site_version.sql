-- Keeps the site's present state with both times and closes the former.
with closed as (
  update site_version set valid_to = :now, recorded_to = :recorded_at
   where district_code = :district_code and site_id = :id and recorded_to is null
)
insert into site_version (district_code, site_id, version, project_id, status, promoter_id, contractor_id, valid_from, recorded_from)
select district_code, id, version, project_id, status, promoter_id, contractor_id, :now, :recorded_at
  from site where district_code = :district_code and id = :id
