-- Opens an over-dig case. No row back: one is open already.
insert into overdig_case (district_code, id, project_id, status, excess, excess_m2, excess_share, authority_id, promoter_id, contractor_id, opened_at, updated_at)
select district_code, :id::uuid, id, 'open', st_multi(st_setsrid(st_geomfromgeojson(:excess), 4490)), :excess_m2, :excess_share, authority_id, promoter_id,
       contractor_id, :now::timestamptz, :now::timestamptz
  from dig_project where district_code = :district_code and id = :project_id
on conflict (district_code, project_id) where status = 'open' do nothing
returning version
