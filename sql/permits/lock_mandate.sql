-- A mandate that is in force today, held until the act done by it is committed. No row: it is not, or not any more.
select district_code, id, promoter_id, promoter_name, authority_id, text, valid_to, given_by, given_name, given_at, withdrawn_at, version
  from mandate
 where district_code = :district_code and id = :id and authority_id = :authority_id and withdrawn_at is null and valid_to >= :today::date
   for share
