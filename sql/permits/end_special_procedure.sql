-- Ends the open special procedure of a permit.
update special_procedure set ended_at = :now where district_code = :district_code and permit_id = :permit_id and ended_at is null
