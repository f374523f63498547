-- The application under way or the permit that stands, if there is one.
select id, status, version from permit
 where district_code = :district_code and project_id = :project_id
   and status in ('draft', 'submitted', 'supplement_requested', 'application_accepted', 'special_procedure', 'granted', 'delivered')
 order by created_at desc limit 1
