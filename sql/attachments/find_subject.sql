-- What a file is to be added to, if the caller may see it: its project and the parties who will see the file with it.
select s.project_id, s.promoter_id, s.contractor_id
  from (select 'project' as kind, district_code, id, id as project_id, promoter_id, contractor_id from dig_project
        union all select 'site', district_code, id, project_id, promoter_id, contractor_id from site
        union all select 'permit', district_code, id, project_id, promoter_id, contractor_id from permit
        union all select 'change_request', district_code, id, project_id, promoter_id, contractor_id from change_request
        union all select 'works', district_code, id, project_id, promoter_id, contractor_id from works
        union all select 'inspection', district_code, id, project_id, promoter_id, contractor_id from inspection
        union all select 'rectification', district_code, id, project_id, promoter_id, contractor_id from rectification
        union all select 'utility_request', district_code, id, project_id, promoter_id, contractor_id from utility_request
        union all select 'detection', district_code, id, match_project_id, null, null from detection
        union all select 'petition', district_code, id, null, unit_id, null from petition
        union all select 'transfer_case', district_code, id, null, null, null from transfer_case
        union all select 'transfer_leg', district_code, id, null, null, null from transfer_leg) s
 where s.kind = :kind and s.district_code = :district_code and s.id = :id
