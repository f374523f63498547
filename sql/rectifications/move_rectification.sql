-- Moves a rectification only if it is still where the caller saw it; what a move does not bring stays as it was. No row back: someone else moved it first.
update rectification
   set status = :to::rectification_status,
       version = version + 1,
       acknowledged_at = case when :to::rectification_status = 'acknowledged' then :now::timestamptz
                              when :to::rectification_status = 'issued' then null else acknowledged_at end,
       evidence = coalesce(:evidence::uuid[], evidence),
       evidence_note = coalesce(:evidence_note, evidence_note),
       evidence_by = case when :to::rectification_status = 'evidence_submitted' then :actor_id::uuid else evidence_by end,
       evidence_at = case when :to::rectification_status = 'evidence_submitted' then :now::timestamptz else evidence_at end,
       cleared_at = case when :to::rectification_status = 'cleared' then :now::timestamptz else cleared_at end,
       cleared_by_inspection_id = case when :to::rectification_status = 'cleared' then :by_inspection_id::uuid else cleared_by_inspection_id end,
       severity = coalesce(:severity, severity),
       items = coalesce(:items::jsonb, items),
       issued_at = case when :to::rectification_status = 'issued' then :now::timestamptz else issued_at end,
       due_on = coalesce(:due_on::date, due_on),
       updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::rectification_status and version = :version
returning version, status
