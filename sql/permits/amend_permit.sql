-- Another period for a permit that stands. No row back: it was moved meanwhile.
update permit
   set valid_from = coalesce(:valid_from::date, valid_from), valid_to = coalesce(:valid_to::date, valid_to), version = version + 1, updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and version = :version and status in ('granted', 'delivered')
returning version, valid_from, valid_to
