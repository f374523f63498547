-- The mapping that an organisation used last for a file with these columns.
select mapping, crs, encoding, used_at
  from import_mapping
 where district_code = :district_code and organisation_id = :organisation_id and target = :target and signature = :signature
