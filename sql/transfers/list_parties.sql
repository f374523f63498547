-- The parties of a case, masked, buyers first. Only the registry's own (row security).
select side, number, id_type, name_masked, phone_sealed is not null as "has_phone!"
  from transfer_party
 where district_code = :district_code and case_id = :case_id
 order by side, number
