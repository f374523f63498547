-- How many papers of a kind a permit (a dig, where there is none) had by other moves: the next gets the next number.
select count(distinct event_id) as "count!" from issued_document
 where district_code = :district_code and project_id = :project_id and permit_id is not distinct from :permit_id::uuid
   and kind = :kind::document_kind and event_id <> :event_id
