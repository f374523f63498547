-- What lies in and under the ground, the roads above it, and any layer a user brings.

create table network_segment (
  district_code  int not null,
  id             uuid not null,
  utility_id     uuid not null,
  theme          text not null check (theme in ('water', 'drainage', 'power', 'gas', 'telecom', 'heat', 'oil', 'other')),
  kind           text not null default 'main',
  status         text not null default 'in_use',
  name           text,
  diameter_mm    double precision,
  pressure_mpa   double precision,
  voltage_kv     double precision,
  depth_m        double precision,
  accuracy_m     double precision,
  material       text,
  protection_m   double precision,
  import_id      uuid,
  geom           geometry(Geometry, 4490) not null,
  geom_3857      geometry(Geometry, 3857) generated always as (st_transform(geom, 3857)) stored,
  length_m       double precision generated always as (st_length(geom::geography)) stored,
  version        int not null default 1,
  updated_at     timestamptz not null,
  primary key (district_code, id)
);
create index network_segment_geom on network_segment using gist (geom);
create index network_segment_geom_3857 on network_segment using gist (geom_3857);

create table road_segment (
  district_code   int not null,
  id              uuid not null,
  code            text,
  name            text,
  name_en         text,
  class           text not null default 'other',
  lanes           int,
  width_m         double precision,
  surface         text,
  handed_over_on  date,
  overhauled_on   date,
  import_id       uuid,
  geom            geometry(MultiLineString, 4490) not null,
  geom_3857       geometry(MultiLineString, 3857) generated always as (st_transform(geom, 3857)) stored,
  length_m        double precision generated always as (st_length(geom::geography)) stored,
  version         int not null default 1,
  updated_at      timestamptz not null,
  primary key (district_code, id)
);
create index road_segment_geom on road_segment using gist (geom);
create index road_segment_geom_3857 on road_segment using gist (geom_3857);
create index road_segment_name on road_segment (district_code, name);

-- Any other imported layer: its declaration, its columns with types, its features. name is unique within the district.
create table layer (
  district_code   int not null,
  id              uuid not null,
  name            text not null check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
  title_zh        text not null,
  title_en        text not null,
  audience        text not null default 'organisation' check (audience in ('public', 'staff', 'organisation')),
  organisation_id uuid not null,
  geometry_type   text not null,
  licence         text,
  source          text,
  import_id       uuid,
  created_at      timestamptz not null,
  version         int not null default 1,
  primary key (district_code, id),
  unique (district_code, name)
);

create table layer_column (
  district_code int not null,
  layer_id      uuid not null,
  name          text not null,
  type          text not null check (type in ('text', 'number', 'integer', 'boolean', 'date', 'datetime')),
  position      int not null,
  primary key (district_code, layer_id, name),
  foreign key (district_code, layer_id) references layer (district_code, id)
);

create table layer_feature (
  district_code   int not null,
  id              uuid not null,
  layer_id        uuid not null,
  number          bigint not null,
  audience        text not null,
  organisation_id uuid not null,
  properties      jsonb not null default '{}',
  geom            geometry(Geometry, 4490) not null,
  geom_3857       geometry(Geometry, 3857) generated always as (st_transform(geom, 3857)) stored,
  primary key (district_code, id),
  unique (district_code, layer_id, number),
  foreign key (district_code, layer_id) references layer (district_code, id)
);
create index layer_feature_geom on layer_feature using gist (geom);
create index layer_feature_geom_3857 on layer_feature using gist (geom_3857);

create type import_status as enum ('queued', 'running', 'succeeded', 'succeeded_with_notes', 'failed');

create table import_job (
  district_code   int not null,
  id              uuid not null,
  organisation_id uuid not null,
  person_id       uuid not null,
  target          text not null check (target in ('projects', 'units', 'detections', 'networks', 'roads', 'layer')),
  layer_name      text,
  layer_audience  text not null default 'organisation' check (layer_audience in ('public', 'staff', 'organisation')),
  source_layer    text,
  file_name       text not null,
  file_size       bigint not null,
  file_sha256     text not null,
  store_key       text not null,
  crs             text,
  encoding        text,
  mapping         jsonb not null default '{}',
  mode            text not null default 'all_or_nothing' check (mode in ('all_or_nothing', 'partial')),
  status          import_status not null default 'queued',
  progress        double precision not null default 0,
  total           bigint,
  read            bigint not null default 0,
  written         bigint not null default 0,
  rejected        bigint not null default 0,
  notes           jsonb not null default '[]',
  summary         jsonb,
  rows_digest     text,
  created_at      timestamptz not null,
  started_at      timestamptz,
  finished_at     timestamptz,
  attempts        int not null default 0,
  leased_until    timestamptz,
  version         int not null default 1,
  primary key (district_code, id)
);
create index import_job_due on import_job (district_code, created_at) where status in ('queued', 'running');

create table import_error (
  district_code   int not null,
  import_id       uuid not null,
  number          bigint not null,
  organisation_id uuid not null,
  row             bigint,
  code            text not null,
  pointer         text,
  message_zh      text not null,
  message_en      text not null,
  primary key (district_code, import_id, number),
  foreign key (district_code, import_id) references import_job (district_code, id)
);

-- Rows checked but not yet written: staged in small batches, moved in one statement when all are right.
create table import_row (
  district_code   int not null,
  import_id       uuid not null,
  number          bigint not null,
  organisation_id uuid not null,
  properties      jsonb not null,
  geom            geometry(Geometry, 4490),
  primary key (district_code, import_id, number),
  foreign key (district_code, import_id) references import_job (district_code, id)
);

-- A column mapping that worked, remembered for the next file with the same columns.
create table import_mapping (
  district_code   int not null,
  organisation_id uuid not null,
  target          text not null,
  signature       text not null,
  mapping         jsonb not null,
  crs             text,
  encoding        text,
  used_at         timestamptz not null,
  primary key (district_code, organisation_id, target, signature)
);

-- A named area someone keeps: drawn, buffered or picked.
create table saved_area (
  district_code   int not null,
  id              uuid not null,
  organisation_id uuid not null,
  person_id       uuid not null,
  name            text not null,
  query           jsonb not null,
  geom            geometry(MultiPolygon, 4490) not null,
  created_at      timestamptz not null,
  version         int not null default 1,
  primary key (district_code, id)
);
