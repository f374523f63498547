-- Leaves one dig free of an alert. No row back: there is no such dig, or it is free already.
insert into alert_exemption (district_code, alert_id, project_id, promoter_id, reason)
select district_code, :alert_id, id, promoter_id, :reason from dig_project where district_code = :district_code and id = :project_id
on conflict (district_code, alert_id, project_id) do nothing
returning project_id
