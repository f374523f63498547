-- Staff only: an unverified patch accuses nobody in public. Inspectors, authorities and the operator report; inspectors and authorities move.
-- dongtu_app: people and programs, by columns against settings. dongtu_system: folds, clocks, relay, seed. dongtu_map: public reads, columns granted one by one.
alter table detection enable row level security;
grant select, insert, update, delete on detection to dongtu_system;
drop policy if exists system_all on detection;
create policy system_all on detection to dongtu_system using (true) with check (true);
revoke all on detection from dongtu_app;
grant select, insert, update on detection to dongtu_app;
drop policy if exists app_select on detection;
create policy app_select on detection for select to dongtu_app using ((app_is_staff() and district_code = any (app_districts())));
drop policy if exists app_insert on detection;
create policy app_insert on detection for insert to dongtu_app with check (organisation_id = app_organisation() and app_role() in ('inspector', 'authority', 'admin') and district_code = any (app_districts()));
drop policy if exists app_update on detection;
create policy app_update on detection for update to dongtu_app using (app_role() in ('inspector', 'authority') and district_code = any (app_districts())) with check (app_role() in ('inspector', 'authority') and district_code = any (app_districts()));
drop policy if exists app_delete on detection;
revoke all on detection from dongtu_map;
grant select (district_code, id, reference, source, observed_on, positional_error_m, status, share_covered, duplicate_of_id, geom, geom_3857, area_m2, version, updated_at) on detection to dongtu_map;
drop policy if exists map_read on detection;
create policy map_read on detection for select to dongtu_map using (true);
