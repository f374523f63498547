-- Keeps the confirmed second factor of the caller, sealed.
update person set totp_secret_sealed = :secret_sealed, version = version + 1 where district_code = :district_code and id = :id
