-- One case, locked until the transaction ends: every move of a case or of its legs waits here, so folds and duplicates cannot cross.
select district_code, id, reference, acceptance_no, unit_id, unit_code, unit_label, admin_code, street_name,
       status, registry_id, certificate_no, entered_at, opened_at, finished_at, cancel_reason, version, updated_at
  from transfer_case
 where district_code = :district_code and id = :id
   for update
