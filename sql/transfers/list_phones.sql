-- The sealed telephone numbers of one side of a case, for messages: none is opened here.
select number, phone_sealed
  from transfer_party
 where district_code = :district_code and case_id = :case_id and side = :side
 order by number
