-- The datastreams that observations name, held until the end of the transaction in the order of their ids, so that two deliveries never find one breach twice.
select district_code, id, project_id, property, unit, organisation_id, promoter_id, contractor_id
  from datastream
 where district_code = :district_code and id = any (:ids::uuid[])
 order by id
   for update
