-- What the buyer's page needs of a case, with the hash of the link to compare. Runs as the system.
select c.district_code, c.id, c.unit_id, c.unit_label, c.street_name, c.status, c.opened_at, c.entered_at, c.finished_at, c.tracking_hash
  from transfer_case c
 where c.district_code = :district_code and c.id = :id
