-- People that the caller may see, by login.
select district_code, id, organisation_id, login, name_zh, name_en, role, disabled_at,
       totp_secret_sealed is not null as "has_second_factor!", oidc_subject is not null as "has_single_sign_on!", version from person
 where district_code = :district_code order by login collate "C" limit 1000
