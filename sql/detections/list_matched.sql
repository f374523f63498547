-- What the match made of these detections, the earliest observed first: what the machine needs to move them on.
select district_code, id, reference, status, version, coverage as "coverage!", share_covered as "share_covered!", duplicate_of_id, organisation_id,
       responsible_id
  from detection
 where district_code = :district_code and id = any (:ids::uuid[])
 order by observed_on, reference
