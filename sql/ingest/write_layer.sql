-- Declares an imported layer, or declares it anew when its organisation imports it again.
insert into layer (district_code, id, name, title_zh, title_en, audience, organisation_id, geometry_type, source, import_id, created_at)
values (:district_code, :id, :name, :title, :title, :audience, :organisation_id, :geometry_type, :source, :import_id, :now)
on conflict (district_code, name)
do update set audience = excluded.audience, geometry_type = excluded.geometry_type, source = excluded.source, import_id = excluded.import_id,
              version = layer.version + 1
        where layer.organisation_id = excluded.organisation_id
returning id
