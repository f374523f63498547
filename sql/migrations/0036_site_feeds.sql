-- Feeds of a site (工地监测): dust, noise, muck trucks and camera alarms as observations of datastreams, in the shape of OGC SensorThings. A limit
-- exceeded is one breach however many observations show it, and a breach calls for one visit.

-- external_id: what the sender calls it. latest_*: the observation that is youngest by its own time.
create table datastream (
  district_code   int not null,
  id              uuid not null,
  project_id      uuid not null,
  external_id     text not null,
  name            text not null,
  property        text not null check (property in ('dust', 'pm10', 'noise', 'muck_truck', 'camera')),
  unit            text not null,
  sensor          text not null,
  position        geometry(Point, 4490),
  organisation_id uuid not null,
  promoter_id     uuid not null,
  contractor_id   uuid,
  latest_at       timestamptz,
  latest_result   double precision,
  latest_code     text,
  created_at      timestamptz not null,
  primary key (district_code, id),
  unique (district_code, organisation_id, external_id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index datastream_project on datastream (district_code, project_id);

-- One moment has one observation, so what is sent twice is kept once. Measured: result; an alarm: result_code.
create table observation (
  district_code int not null,
  datastream_id uuid not null,
  phenomenon_at timestamptz not null,
  result        double precision,
  result_code   text,
  received_at   timestamptz not null,
  primary key (district_code, datastream_id, phenomenon_at),
  foreign key (district_code, datastream_id) references datastream (district_code, id),
  check ((result is null) <> (result_code is null))
);

-- From the first observation over the limit to the last one so far, with the limit and its basis as they were then.
create table breach (
  district_code   int not null,
  id              uuid not null,
  datastream_id   uuid not null,
  project_id      uuid not null,
  property        text not null,
  began_at        timestamptz not null,
  last_at         timestamptz not null,
  peak            double precision,
  code            text,
  limit_value     double precision,
  unit            text not null,
  basis_zh        text not null,
  basis_en        text not null,
  promoter_id     uuid not null,
  contractor_id   uuid,
  noticed_at      timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, datastream_id) references datastream (district_code, id)
);
create index breach_stream on breach (district_code, datastream_id, last_at);
create index breach_project on breach (district_code, project_id, began_at);

alter table inspection_task drop constraint inspection_task_reason_check;
alter table inspection_task add constraint inspection_task_reason_check
  check (reason in ('over_run', 'sensor_breach', 'start', 'earth_moving', 'active', 'guarantee_end', 'sampled_by_risk', 'sampled_at_random'));
