-- Names in a permit which roads it may open inside their no-dig years, and the file of the county government's approval.
update permit
   set moratorium_exception = :exception::jsonb, moratorium_approval_id = :approval_id::uuid
 where district_code = :district_code and id = :id
