-- Opens the files of a request to the unit it is dispatched to: the promoter's column of a file names the party that sees it beside the staff.
update attachment set promoter_id = :unit_id::uuid
 where district_code = :district_code and subject_kind = 'petition' and subject_id = :id and audience = 'parties'
