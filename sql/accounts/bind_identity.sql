-- Binds an issuer's subject to the person of a login, once. No row back: no such login, an ended account, or bound already.
update person set oidc_issuer = :issuer, oidc_subject = :subject, version = version + 1
 where district_code = :district_code and login = :login and oidc_subject is null and disabled_at is null
returning id
