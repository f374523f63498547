-- Keeps an area under a name for the caller's organisation.
insert into saved_area (district_code, id, organisation_id, person_id, name, query, geom, created_at)
values (:district_code, :id, :organisation_id, :person_id, :name, :query::jsonb, st_multi(st_collectionextract(:ewkb::geometry, 3)), :now)
