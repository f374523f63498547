-- One home by its id or by its real-estate unit code.
select district_code as "district_code!", id as "id!", unit_code as "unit_code!", label as "label!", building_id as "building_id!", admin_code, street_name
  from home
 where district_code = :district_code and (id = :id or unit_code = :unit_code)
 limit 1
