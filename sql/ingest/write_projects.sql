-- Moves an import's staged rows to dig projects as a plan is registered: stage planned, first version, planned ground, works, one site, footprints.
-- Who answers for each place was noted when its row was staged; the district's authority where no dated area holds it.
with staged as (
  select r.id, r.geom, r.place, p.name, p.name_en, p.description, p.kind, p.project_code, p.promoter_name, p.contractor_name,
         p.planned_from, p.planned_to, p.depth_m, p.width_m, st_multi(st_setsrid(st_geomfromgeojson(p.centre_line), 4490)) as line,
         row_number() over (order by r.number) as nth
    from import_row r
   cross join lateral jsonb_to_record(r.properties) as p(name text, name_en text, description text, kind project_kind, project_code text,
              promoter_name text, contractor_name text, planned_from date, planned_to date, depth_m double precision, width_m double precision, centre_line text)
   where r.district_code = :district_code and r.import_id = :import_id
), project as (
  insert into dig_project (district_code, id, reference, project_code, name, name_en, description, kind, stage, promoter_id, promoter_name, contractor_name,
                           authority_id, town_id, admin_code, street_name, planned_from, planned_to, depth_m, width_m, geom, centre_line, created_at, updated_at)
  select :district_code, s.id, 'DP-' || :district_code::int || '-' || :year::int || '-' || lpad((:before::int + s.nth)::text, 6, '0'), s.project_code, s.name,
         s.name_en, s.description, s.kind, 'planned', coalesce(promoter.id, :organisation_id), coalesce(promoter.name_zh, s.promoter_name, :organisation_name),
         s.contractor_name, coalesce((s.place ->> 'authority_id')::uuid, :authority_id), (s.place ->> 'town_id')::uuid, s.place -> 'street' ->> 'code',
         s.place -> 'street' ->> 'name', s.planned_from, s.planned_to, s.depth_m, s.width_m, s.geom, s.line, :now, :now
    from staged s
    left join lateral (select o.id, o.name_zh from organisation o
                        where not :is_promoter::boolean and o.district_code = :district_code and o.kind = 'promoter'
                          and s.promoter_name in (o.name_zh, o.name_en, o.credit_code)
                        order by o.id limit 1) promoter on true
  returning district_code, id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id, authority_id, planned_from, planned_to, depth_m, geom
), versioned as (
  insert into project_version (district_code, project_id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id,
                               planned_from, planned_to, geom, valid_from, recorded_from)
  select district_code, id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id, planned_from, planned_to, geom, :now, :recorded_at
    from project
), planned as (
  insert into project_geometry (district_code, id, project_id, life, geom, source, valid_from, recorded_from, promoter_id, contractor_id)
  select district_code, gen_random_uuid(), id, 'plan', geom, 'imported', :now, :recorded_at, promoter_id, contractor_id from project
), machine as (
  insert into works (district_code, id, project_id, promoter_id, contractor_id, authority_id, updated_at)
  select district_code, gen_random_uuid(), id, promoter_id, contractor_id, authority_id, :now from project
), sited as (
  insert into site (district_code, id, project_id, number, name, name_en, depth_m, planned_from, planned_to, geom, promoter_id, contractor_id, stage, updated_at)
  select district_code, gen_random_uuid(), id, 1, '全段', 'Whole dig', depth_m, planned_from, planned_to, geom, promoter_id, contractor_id, 'planned', :now
    from project
  returning district_code, id, version, project_id, status, promoter_id, contractor_id
), site_versioned as (
  insert into site_version (district_code, site_id, version, project_id, status, promoter_id, contractor_id, valid_from, recorded_from)
  select district_code, id, version, project_id, status, promoter_id, contractor_id, :now, :recorded_at from sited
)
insert into footprint (district_code, home_district_code, project_id, geom, period)
select touched.code, :district_code, s.id, s.geom, daterange(s.planned_from, s.planned_to, '[]')
  from staged s
 cross join lateral (
       select :district_code::int as code
       union
       select code::int from jsonb_array_elements_text(s.place -> 'touched') as code) touched
