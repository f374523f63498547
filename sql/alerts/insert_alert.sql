-- A new alert. Its ground is the shape given, else the division named as it is on a day, else the whole district.
insert into alert (district_code, id, kind, level, note, basis_zh, basis_en, kinds, exempts_emergency, admin_code, geom, answer_hours, from_at, until_at,
                   organisation_id, issued_at, updated_at)
values (:district_code, :id, :kind, :level, :note, :basis_zh, :basis_en, :kinds::text[], :exempts_emergency, :admin_code,
        coalesce(st_multi(st_setsrid(st_geomfromgeojson(:geometry::text), 4490)),
                 (select a.geom from admin_area a where a.code = :admin_code and a.valid_from <= :day::date and (a.valid_to is null or a.valid_to > :day::date))),
        :answer_hours, :from_at, :until_at, :organisation_id, :now, :now)
