-- The reports that were linked to a detection instead of being followed up again, the earliest first.
select district_code, id, reference, source, observed_on, duplicate_overlap as "overlap!"
  from detection
 where district_code = :district_code and duplicate_of_id = :id
 order by observed_on, reference
 limit 100
