-- Who the transaction acts as, from `set local app.*` (server/db/become.ts). Empty settings read as null: after a
-- `set local` a pooled connection returns '' and must not match anything.
create or replace function app_role() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') $$;
create or replace function app_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;
create or replace function app_actor() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.actor', true), '')::uuid $$;
create or replace function app_districts() returns int[] language sql stable parallel safe
  as $$ select string_to_array(nullif(current_setting('app.districts', true), ''), ',')::int[] $$;
create or replace function app_is_staff() returns boolean language sql stable parallel safe
  as $$ select nullif(current_setting('app.role', true), '') in ('authority', 'inspector', 'planner', 'auditor', 'admin') $$;
