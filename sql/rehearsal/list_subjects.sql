-- Where every machine of a district stands now, after a subject, in order of kind and id.
select kind as "kind!", id as "id!", project_id as "project_id!", status as "status!"
  from (
       select 'project' as kind, id, id as project_id, status::text from dig_project where district_code = :district_code
       union all
       select 'permit', id, project_id, status::text from permit where district_code = :district_code
       union all
       select 'approval_item', id, project_id, status::text from approval_item where district_code = :district_code
       union all
       select 'consent', id, project_id, status::text from permit_consent where district_code = :district_code
       union all
       select 'promise', id, project_id, status::text from permit_promise where district_code = :district_code
       union all
       select 'handover', id, project_id, status::text from handover where district_code = :district_code
       union all
       select 'works', id, project_id, status::text from works where district_code = :district_code
       union all
       select 'site', id, project_id, status::text from site where district_code = :district_code
       union all
       select 'utility_request', id, project_id, status::text from utility_request where district_code = :district_code
       union all
       select 'rectification', id, project_id, status::text from rectification where district_code = :district_code
       union all
       select 'stop_order', id, project_id, status::text from stop_order where district_code = :district_code
       union all
       select 'overdig_case', id, project_id, status::text from overdig_case where district_code = :district_code
       union all
       select 'permit_fee', id, project_id, status::text from permit_fee where district_code = :district_code
       union all
       select 'reinstatement', id, project_id, status::text from reinstatement where district_code = :district_code) subject
 where (kind, id) > (:after_kind::text, :after_id::uuid)
 order by kind collate "C", id
 limit :limit::int
