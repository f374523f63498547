-- Road segments by their centre lines, without order, for everybody. Runs as dongtu_map.
select district_code, id as key, 'rod_' || district_code || '_' || id as "id!", code, name, name_en, class, lanes, width_m, surface, handed_over_on, overhauled_on,
       length_m, version, updated_at, geom
  from road_segment
 where district_code = any (:district_codes::int[])
