-- Staff of the district see every dig; its promoter and contractor see theirs. The promoter files, the promoter and the deciding authority change it; stage and card are written by the system fold.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
-- promoter_id and contractor_id are compared (own digs on the map), never answered to the public.
alter table dig_project enable row level security;
grant select, insert, update, delete on dig_project to dongtu_system;
drop policy if exists system_all on dig_project;
create policy system_all on dig_project to dongtu_system using (true) with check (true);
revoke all on dig_project from dongtu_app;
grant select, insert, update on dig_project to dongtu_app;
drop policy if exists app_select on dig_project;
create policy app_select on dig_project for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on dig_project;
create policy app_insert on dig_project for insert to dongtu_app with check (promoter_id = app_organisation() or (app_role() in ('authority', 'planner') and district_code = any (app_districts())));
drop policy if exists app_update on dig_project;
create policy app_update on dig_project for update to dongtu_app using (promoter_id = app_organisation() or authority_id = app_organisation()) with check (promoter_id = app_organisation() or authority_id = app_organisation());
drop policy if exists app_delete on dig_project;
revoke all on dig_project from dongtu_map;
grant select (district_code, id, reference, project_code, name, name_en, kind, stage, card, card_owner, promoter_name, contractor_name, authority_id, admin_code, street_name, planned_from, planned_to, depth_m, width_m, is_retrospective, geom, centre_line, geom_3857, area_m2, length_m, is_public, begun_on, ended_on, version, created_at, updated_at, promoter_id, contractor_id) on dig_project to dongtu_map;
drop policy if exists map_read on dig_project;
create policy map_read on dig_project for select to dongtu_map using (true);
