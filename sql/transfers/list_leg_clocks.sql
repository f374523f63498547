-- The clocks of some legs, oldest first.
select subject_id, kind, due_on, state, card, basis_zh, basis_en
  from clock
 where district_code = :district_code and subject_kind = 'transfer_leg' and subject_id = any (:leg_ids::uuid[])
 order by started_at, kind
