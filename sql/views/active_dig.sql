-- Digs on the ground or permitted to begin: what a neighbour, a utility or a home asks about. For joins by other rooms.
create or replace view active_dig with (security_invoker = true) as
select district_code, id, reference, name, name_en, kind, stage, card, card_owner, promoter_name, admin_code, street_name,
       planned_from, planned_to, geom, geom_3857
  from dig_project
 where stage in ('permitted', 'in_progress', 'suspended', 'completed');
grant select on active_dig to dongtu_map;
grant select on active_dig to dongtu_app;
grant select on active_dig to dongtu_system;
