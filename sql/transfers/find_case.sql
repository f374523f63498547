-- One case as the caller may see it: the registry that runs it (row security), or the system.
select district_code, id, reference, acceptance_no, unit_id, unit_code, unit_label, admin_code, street_name,
       status, registry_id, certificate_no, entered_at, opened_at, finished_at, cancel_reason, version, updated_at
  from transfer_case
 where district_code = :district_code and id = :id
