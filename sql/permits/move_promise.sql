-- Moves a promise only if it is still where the caller saw it. No row back: someone else moved it first.
update permit_promise
   set status = :to::promise_status, version = version + 1,
       accepted_at = case when :to::promise_status = 'accepted' then coalesce(accepted_at, :now::timestamptz) else accepted_at end,
       ended_at = case when :to::promise_status in ('kept', 'broken', 'dropped') then :now::timestamptz end,
       withholds_decision = withholds_decision or :withholds_decision::boolean,
       barred_until = coalesce(:barred_until::date, barred_until), updated_at = :now::timestamptz
 where district_code = :district_code and id = :id and status = :from::promise_status and version = :version
returning version, status
