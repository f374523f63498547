-- By the audience of its layer, copied onto each row so that no join decides.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table layer_feature enable row level security;
grant select, insert, update, delete on layer_feature to dongtu_system;
drop policy if exists system_all on layer_feature;
create policy system_all on layer_feature to dongtu_system using (true) with check (true);
revoke all on layer_feature from dongtu_app;
grant select, insert, update, delete on layer_feature to dongtu_app;
drop policy if exists app_select on layer_feature;
create policy app_select on layer_feature for select to dongtu_app using (audience = 'public' or (audience = 'staff' and (app_is_staff() and district_code = any (app_districts()))) or organisation_id = app_organisation());
drop policy if exists app_insert on layer_feature;
create policy app_insert on layer_feature for insert to dongtu_app with check (organisation_id = app_organisation());
drop policy if exists app_update on layer_feature;
create policy app_update on layer_feature for update to dongtu_app using (organisation_id = app_organisation()) with check (organisation_id = app_organisation());
drop policy if exists app_delete on layer_feature;
create policy app_delete on layer_feature for delete to dongtu_app using (organisation_id = app_organisation());
revoke all on layer_feature from dongtu_map;
grant select (district_code, id, layer_id, number, audience, organisation_id, properties, geom, geom_3857) on layer_feature to dongtu_map;
drop policy if exists map_read on layer_feature;
create policy map_read on layer_feature for select to dongtu_map using (true);
