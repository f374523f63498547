-- The organisations of a district, in the order they came.
select district_code, id, kind, name_zh, name_en, utility_kind, is_demo from organisation
 where district_code = :district_code order by created_at, id limit 1000
