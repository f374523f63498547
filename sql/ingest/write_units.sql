-- Moves an import's staged rows to the homes of the building they stand in, and counts the buildings' homes anew.
with homes as (
  insert into home_unit (district_code, id, building_id, unit_code, entrance, floor, room, label, area_m2)
  select r.district_code, r.id, b.id, p.unit_code, coalesce(p.entrance, '1'), p.floor, p.room,
         coalesce(p.label, b.estate_name || b.name || p.room), p.area_m2
    from import_row r
   cross join lateral jsonb_to_record(r.properties) as p(unit_code text, entrance text, floor int, room text, label text, area_m2 double precision)
    join building b on b.district_code = r.district_code and b.id = (r.place ->> 'building_id')::uuid
   where r.district_code = :district_code and r.import_id = :import_id
  returning district_code, building_id
)
update building
   set unit_count = unit_count + added.count, version = version + 1, updated_at = :now
  from (select district_code, building_id, count(*)::int as count from homes group by district_code, building_id) added
 where building.district_code = added.district_code and building.id = added.building_id
