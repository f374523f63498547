-- What a petitioner gave to be reached by, sealed. No row: no such request; nulls: nothing was given, or it was erased.
select name_sealed, phone_sealed from petitioner where district_code = :district_code and petition_id = :id
