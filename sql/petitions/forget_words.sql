-- Takes a petitioner's own words off one request: people name themselves in them.
update petition set body = null, forgotten_at = :now::timestamptz where district_code = :district_code and id = :id
