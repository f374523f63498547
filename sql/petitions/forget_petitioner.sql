-- Takes the name and the telephone off one request. The link stays: it shows no person.
update petitioner set name_sealed = null, phone_sealed = null where district_code = :district_code and petition_id = :id
