-- Declares a blackout period. Row security: the authority and the operator, for their own district.
insert into blackout (district_code, id, name_zh, name_en, reason, basis, note, kinds, exempts_emergency, from_on, to_on, geom, organisation_id, created_at, updated_at)
values (:district_code, :id, :name_zh, :name_en, :reason, :basis, :note, :kinds::text[], :exempts_emergency, :from_on, :to_on,
        st_setsrid(st_geomfromgeojson(:geometry::text), 4490), :organisation_id, :now, :now)
