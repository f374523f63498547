-- Puts a permit back to where it stood before its last decision, only if it is still where that decision left it and the decision was not taken back before.
-- No row back: someone else moved it first.
with undone as (
  update permit_decision d set undone_at = :now
   where d.district_code = :district_code and d.permit_id = :id and d.version = :version and d.undone_at is null
  returning district_code, permit_id, before
)
update permit p
   set status = :to::permit_status, version = p.version + 1, updated_at = :now, decided_at = b.decided_at, decision_reason = b.decision_reason,
       supplement_items = b.supplement_items, conditions = b.conditions, valid_from = b.valid_from, valid_to = b.valid_to, appeal_key = b.appeal_key,
       appeal_review_until = b.appeal_review_until, appeal_suit_until = b.appeal_suit_until, moratorium_exception = b.moratorium_exception,
       moratorium_approval_id = b.moratorium_approval_id
  from undone u,
       lateral jsonb_to_record(u.before) as b (decided_at timestamptz, decision_reason text, supplement_items jsonb, conditions jsonb, valid_from date, valid_to date,
                                               appeal_key text, appeal_review_until date, appeal_suit_until date, moratorium_exception jsonb,
                                               moratorium_approval_id uuid)
 where p.district_code = :district_code and p.district_code = u.district_code and p.id = u.permit_id and p.status = :from::permit_status and p.version = :version
returning p.version, p.status
