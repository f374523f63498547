-- The sealed parties of a case, buyers first. Every reading of them leaves an audit row with its reason.
select side, number, id_type, name_sealed, id_no_sealed, phone_sealed
  from transfer_party
 where district_code = :district_code and case_id = :case_id
 order by side, number
