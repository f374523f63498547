-- A new subscription of the caller's organisation. The secret is sealed; its text is shown once and never again.
insert into subscription (district_code, id, organisation_id, role, url, types, area, secret_sealed, created_by, created_at)
values (:district_code, :id, :organisation_id, :role::member_role, :url, :types,
        st_multi(st_setsrid(st_geomfromgeojson(:area), 4490)), :secret_sealed, :created_by, :at)
