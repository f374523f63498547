-- The three roles a transaction can become. LOGIN because a distributed engine dials its workers as the role;
-- no password is set, so nobody signs in as them. Two databases of one cluster may create them at once.
do $$
declare name text;
begin
  foreach name in array array['dongtu_app', 'dongtu_system', 'dongtu_map'] loop
    begin
      execute format('create role %I login', name);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', name);
  end loop;
end $$;
