-- Heavy-pollution and storm alerts: one act that stops every dig concerned at once, and one that lets them all go on.
create type alert_status as enum ('issued', 'in_force', 'lifting', 'lifted');
create type stop_order_status as enum ('sent', 'acknowledged', 'released');

-- kind is the rest of the key of a rule `alert.<kind>`, which gives its legal ground. geom null = the whole district; admin_code says which division geom is.
create table alert (
  district_code     int not null,
  id                uuid not null,
  kind              text not null,
  level             text not null check (level in ('blue', 'yellow', 'orange', 'red')),
  note              text,
  status            alert_status not null default 'issued',
  basis_zh          text not null,
  basis_en          text not null,
  kinds             text[] not null check (cardinality(kinds) > 0 and kinds <@ array['road_excavation', 'building_works', 'pipeline_works', 'emergency_repair']),
  exempts_emergency boolean not null default true,
  admin_code        text,
  geom              geometry(MultiPolygon, 4490),
  answer_hours      double precision not null,
  from_at           timestamptz not null,
  until_at          timestamptz not null,
  organisation_id   uuid not null,
  issued_at         timestamptz not null,
  in_force_at       timestamptz,
  lifted_at         timestamptz,
  lift_reason       text,
  updated_at        timestamptz not null,
  version           int not null default 1,
  primary key (district_code, id),
  check (until_at > from_at)
);
create index alert_standing on alert (district_code) where status <> 'lifted';

-- Digs that an alert names as free to go on, each with its reason.
create table alert_exemption (
  district_code int not null,
  alert_id      uuid not null,
  project_id    uuid not null,
  promoter_id   uuid not null,
  reason        text not null,
  primary key (district_code, alert_id, project_id),
  foreign key (district_code, alert_id) references alert (district_code, id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);

-- 停工令. is_halting: the works ran, or were held by another alert, when the order came; so they go on when the last such order is released.
create table stop_order (
  district_code   int not null,
  id              uuid not null,
  alert_id        uuid not null,
  project_id      uuid not null,
  works_id        uuid not null,
  status          stop_order_status not null default 'sent',
  is_halting      boolean not null,
  promoter_id     uuid not null,
  contractor_id   uuid,
  authority_id    uuid not null,
  sent_at         timestamptz not null,
  answer_by       timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  released_at     timestamptz,
  updated_at      timestamptz not null,
  version         int not null default 1,
  primary key (district_code, id),
  unique (district_code, alert_id, project_id),
  foreign key (district_code, alert_id) references alert (district_code, id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index stop_order_standing on stop_order (district_code, project_id) where status <> 'released';

-- The figures of a year ask for clocks by the day on which they stopped.
create index clock_stopped on clock (district_code, stopped_at) where stopped_at is not null;
