-- One event with its outbox row for each dig that an import registered, as for a plan that is filed by hand.
with appended as (
  insert into event (district_code, id, type, subject_kind, subject_id, subject_version, project_id, at, recorded_at, actor_id, actor_name, actor_role,
                     organisation_id, organisation_name, promoter_id, data, geom)
  select p.district_code, gen_random_uuid(), 'project.registered', 'project', p.id, 1, p.id, :at, :recorded_at, :actor_id, :actor_name, :actor_role,
         :organisation_id, :organisation_name, p.promoter_id,
         jsonb_build_object('reference', p.reference, 'kind', p.kind, 'import_id', :import_id::uuid), p.geom
    from import_row r
    join dig_project p on p.district_code = r.district_code and p.id = r.id
   where r.district_code = :district_code and r.import_id = :import_id
  returning district_code, id, recorded_at
), queued as (
  insert into outbox (district_code, event_id, recorded_at, next_at)
  select district_code, id, recorded_at, recorded_at from appended
  returning district_code
)
select pg_notify('dongtu_event', district_code::text) from queued limit 1
