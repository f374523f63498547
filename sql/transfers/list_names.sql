-- Names of organisations by id.
select id, name_zh, name_en
  from organisation
 where district_code = :district_code and id = any (:ids::uuid[])
