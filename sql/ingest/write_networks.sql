-- Moves an import's staged rows to the networks of their owner.
insert into network_segment (district_code, id, utility_id, theme, kind, status, name, diameter_mm, pressure_mpa, voltage_kv, depth_m, accuracy_m,
                             material, protection_m, import_id, geom, updated_at)
select r.district_code, gen_random_uuid(), coalesce(o.id, :organisation_id), p.theme, coalesce(p.kind, 'main'), coalesce(p.status, 'in_use'), p.name,
       p.diameter_mm, p.pressure_mpa, p.voltage_kv, p.depth_m, p.accuracy_m, p.material, p.protection_m, r.import_id, r.geom, :now
  from import_row r
 cross join lateral jsonb_to_record(r.properties) as p(theme text, kind text, status text, name text, diameter_mm double precision,
            pressure_mpa double precision, voltage_kv double precision, depth_m double precision, accuracy_m double precision, material text,
            protection_m double precision, owner text)
  left join lateral (select org.id from organisation org
                      where org.district_code = r.district_code and org.kind = 'utility' and p.owner in (org.name_zh, org.name_en, org.credit_code)
                      order by org.id limit 1) o on true
 where r.district_code = :district_code and r.import_id = :import_id
