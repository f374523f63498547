-- Moves an import's staged rows to the networks of their owner.
with known as (
  select jsonb_object_agg(called.name, org.id order by org.id desc) as by_name
    from organisation org
   cross join lateral (values (org.name_zh), (org.name_en), (org.credit_code)) called (name)
   where org.district_code = :district_code and org.kind = 'utility' and called.name is not null
)
insert into network_segment (district_code, id, utility_id, theme, kind, status, name, diameter_mm, pressure_mpa, voltage_kv, depth_m, accuracy_m,
                             material, protection_m, import_id, geom, geom_3857, length_m, updated_at)
select r.district_code, r.id, coalesce(((select by_name from known) ->> p.owner)::uuid, :organisation_id), p.theme, coalesce(p.kind, 'main'), coalesce(p.status, 'in_use'), p.name,
       p.diameter_mm, p.pressure_mpa, p.voltage_kv, p.depth_m, p.accuracy_m, p.material, p.protection_m, r.import_id, r.geom, r.geom_3857, r.length_m, :now
  from import_row r
 cross join lateral jsonb_to_record(r.properties) as p(theme text, kind text, status text, name text, diameter_mm double precision,
            pressure_mpa double precision, voltage_kv double precision, depth_m double precision, accuracy_m double precision, material text,
            protection_m double precision, owner text)
 where r.district_code = :district_code and r.import_id = :import_id
