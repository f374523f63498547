-- One organisation of a district, by its kind: who may answer, who may judge.
select id, kind, name_zh from organisation where district_code = :district_code and id = :id
