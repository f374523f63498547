-- Moves a detection only if it is still where the caller saw it; what a move does not bring stays as it was. No row back: someone else moved it first.
update detection
   set status = :to::detection_status,
       version = version + 1,
       case_number = case_number + case when :opens_case::boolean then 1 else 0 end,
       case_opened_at = case when :opens_case::boolean then :now::timestamptz else case_opened_at end,
       settled_at = case when :settles::boolean then :now::timestamptz end,
       duplicate_of_id = case when :to::detection_status = 'reopened' then null else duplicate_of_id end,
       match_project_id = coalesce(:project_id::uuid, match_project_id),
       finding_note = coalesce(:finding_note, finding_note),
       decision_reference = coalesce(:decision_reference, decision_reference),
       penalty_yuan = coalesce(:penalty_yuan::float8, penalty_yuan),
       updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::detection_status and version = :version
returning version, status
