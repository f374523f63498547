-- A mapping that worked, for the next file with the same columns.
insert into import_mapping (district_code, organisation_id, target, signature, mapping, crs, encoding, used_at)
values (:district_code, :organisation_id, :target, :signature, :mapping, :crs, :encoding, :now)
on conflict (district_code, organisation_id, target, signature)
do update set mapping = excluded.mapping, crs = excluded.crs, encoding = excluded.encoding, used_at = excluded.used_at
