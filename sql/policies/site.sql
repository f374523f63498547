-- Seen like its project. Opened and closed by the promoter or by the staff who stand in front of it.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
-- promoter_id and contractor_id are compared (own digs on the map), never answered to the public.
alter table site enable row level security;
grant select, insert, update, delete on site to dongtu_system;
drop policy if exists system_all on site;
create policy system_all on site to dongtu_system using (true) with check (true);
revoke all on site from dongtu_app;
grant select, insert, update on site to dongtu_app;
drop policy if exists app_select on site;
create policy app_select on site for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())) or promoter_id = app_organisation() or contractor_id = app_organisation());
drop policy if exists app_insert on site;
create policy app_insert on site for insert to dongtu_app with check (promoter_id = app_organisation() or (app_role() in ('authority', 'planner') and district_code = any (app_districts())));
drop policy if exists app_update on site;
create policy app_update on site for update to dongtu_app using (promoter_id = app_organisation() or contractor_id = app_organisation() or (app_role() in ('authority', 'inspector') and district_code = any (app_districts()))) with check (promoter_id = app_organisation() or contractor_id = app_organisation() or (app_role() in ('authority', 'inspector') and district_code = any (app_districts())));
drop policy if exists app_delete on site;
revoke all on site from dongtu_map;
grant select (district_code, id, project_id, number, name, name_en, status, depth_m, planned_from, planned_to, opened_at, backfilled_at, restored_at, geom, geom_3857, area_m2, stage, card, is_public, version, updated_at, promoter_id, contractor_id) on site to dongtu_map;
drop policy if exists map_read on site;
create policy map_read on site for select to dongtu_map using (true);
