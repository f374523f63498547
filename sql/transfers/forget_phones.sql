-- Takes the telephone numbers off the messages about one sale and its legs, sent or not.
update message m set phone_sealed = null
 where m.district_code = :district_code and m.phone_sealed is not null
   and (m.subject_id = :case_id
        or m.subject_id in (select l.id from transfer_leg l where l.district_code = :district_code and l.case_id = :case_id))
