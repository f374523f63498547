-- Invitations that can still be taken up, newest first.
select district_code, id, organisation_id, role, created_at, expires_at from invitation
 where district_code = :district_code and used_at is null and withdrawn_at is null and expires_at > :wall::timestamptz
 order by created_at desc, id limit 500
