-- Keeps how a permit stood just before a decision, and until when the decision may be taken back. In the decision's transaction, before its update.
insert into permit_decision (district_code, permit_id, version, move, before, decided_at, held_until, authority_id, promoter_id)
select district_code, id, version + 1, :move,
       jsonb_build_object('decided_at', decided_at, 'decision_reason', decision_reason, 'supplement_items', supplement_items, 'conditions', conditions,
                          'valid_from', valid_from, 'valid_to', valid_to, 'appeal_key', appeal_key, 'appeal_review_until', appeal_review_until,
                          'appeal_suit_until', appeal_suit_until, 'moratorium_exception', moratorium_exception, 'moratorium_approval_id', moratorium_approval_id),
       :now, :held_until, authority_id, promoter_id
  from permit where district_code = :district_code and id = :id and version = :version
