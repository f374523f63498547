-- Moves an import's staged rows to the roads.
insert into road_segment (district_code, id, code, name, name_en, class, lanes, width_m, surface, handed_over_on, overhauled_on, import_id, geom, geom_3857, length_m,
                          updated_at)
select r.district_code, r.id, p.code, p.name, p.name_en, coalesce(p.class, 'other'), p.lanes, p.width_m, p.surface, p.handed_over_on,
       p.overhauled_on, r.import_id, st_multi(r.geom), st_multi(r.geom_3857), r.length_m, :now
  from import_row r
 cross join lateral jsonb_to_record(r.properties) as p(code text, name text, name_en text, class text, lanes int, width_m double precision,
            surface text, handed_over_on date, overhauled_on date)
 where r.district_code = :district_code and r.import_id = :import_id
