-- Detections that nobody has matched yet, the earliest observed first; a row that another transaction is matching is passed over.
select id from detection
 where district_code = :district_code and status = 'detected'
 order by observed_on, reference
 limit :limit::int
   for update skip locked
