-- The person of a login, with what sign-in compares. Read as the system.
select id, password_hash, totp_secret_sealed, failed_sign_ins, locked_until from person
 where district_code = :district_code and login = :login and disabled_at is null
