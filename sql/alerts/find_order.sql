-- One stop order as the caller may see it.
select district_code, id, alert_id, project_id, status, promoter_id, contractor_id, authority_id, version
  from stop_order where district_code = :district_code and id = :id
