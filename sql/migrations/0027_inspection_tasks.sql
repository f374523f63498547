-- The plan of visits (检查计划): who is to be visited by when and why, made from rules every day. Where a visit stands follows from its columns: done with the
-- visit that did it, missed when its last day has passed without one.

-- risk: the weight with which a sampled dig was drawn. done_at: when the visit was; inspection_id: which.
create table inspection_task (
  district_code int not null,
  id            uuid not null,
  project_id    uuid not null,
  reason        text not null check (reason in ('over_run', 'start', 'earth_moving', 'active', 'guarantee_end', 'sampled_by_risk', 'sampled_at_random')),
  risk          double precision,
  planned_at    timestamptz not null,
  due_on        date not null,
  unit_id       uuid not null,
  inspection_id uuid,
  done_at       timestamptz,
  primary key (district_code, id),
  unique (district_code, project_id, reason, due_on),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index inspection_task_due on inspection_task (district_code, due_on);
create index inspection_task_visit on inspection_task (district_code, inspection_id) where inspection_id is not null;
