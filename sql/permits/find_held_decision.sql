-- The decision by which a permit stands where it stands, while it may be taken back. No row: there is none, or its time is over.
select version, move, decided_at, held_until
  from permit_decision
 where district_code = :district_code and permit_id = :permit_id and version = :version and undone_at is null and held_until > :wall::timestamptz
