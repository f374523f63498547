-- Whom an issuer's subject was bound to, if anybody; whether the account has ended is for the caller to see. Read as the system.
select id, disabled_at from person where district_code = :district_code and oidc_issuer = :issuer and oidc_subject = :subject
