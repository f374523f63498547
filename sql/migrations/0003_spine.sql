-- The spine: a dig project, its sites, its geometry in four lives, and two times for all of it.
-- stage, card and card_owner are derived: written only by the fold (server/projects/fold.ts) in the transaction that moved a machine.

create type project_kind as enum ('road_excavation', 'building_works', 'pipeline_works', 'emergency_repair');
create type project_status as enum ('registered', 'cancelled');
create type project_stage as enum ('planned', 'permitting', 'permitted', 'in_progress', 'suspended', 'completed', 'passed', 'guarantee', 'closed', 'cancelled', 'lapsed', 'terminated');
create type card as enum ('none', 'yellow', 'red');
create type card_owner as enum ('authority', 'utility', 'promoter');
create type site_status as enum ('not_begun', 'open', 'backfilled', 'reopened', 'restored');
create type geometry_life as enum ('plan', 'permitted', 'as_built', 'observed');

create table dig_project (
  district_code   int not null,
  id              uuid not null,
  reference       text not null,
  project_code    text,
  name            text not null,
  name_en         text,
  description     text,
  kind            project_kind not null,
  status          project_status not null default 'registered',
  stage           project_stage not null default 'planned',
  card            card not null default 'none',
  card_owner      card_owner,
  promoter_id     uuid not null,
  promoter_name   text not null,
  contractor_id   uuid,
  contractor_name text,
  authority_id    uuid not null,
  town_id         uuid,
  admin_code      text,
  street_name     text,
  planned_from    date not null,
  planned_to      date not null,
  depth_m         double precision check (depth_m is null or depth_m between 0 and 100),
  width_m         double precision,
  is_retrospective boolean not null default false,
  emergency_cause text,
  geom            geometry(MultiPolygon, 4490) not null,
  centre_line     geometry(MultiLineString, 4490),
  geom_3857       geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored,
  area_m2         double precision generated always as (st_area(geom::geography)) stored,
  length_m        double precision generated always as (st_length(centre_line::geography)) stored,
  is_public       boolean generated always as (stage in ('permitted', 'in_progress', 'suspended', 'completed', 'passed', 'guarantee', 'closed')) stored,
  begun_on        date,
  ended_on        date,
  version         int not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (district_code, id),
  unique (district_code, reference),
  check (planned_to >= planned_from)
);
create index dig_project_geom on dig_project using gist (geom);
create index dig_project_geom_3857 on dig_project using gist (geom_3857);
create index dig_project_stage on dig_project (district_code, stage, card);
create index dig_project_promoter on dig_project (district_code, promoter_id);
create index dig_project_words on dig_project using gin ((name || ' ' || coalesce(name_en, '') || ' ' || reference || ' ' || coalesce(project_code, '')) gin_trgm_ops);

-- One row per county touched, so that a clash is a join inside one county and complete. 100000 = outside all counties.
create table footprint (
  district_code      int not null,
  home_district_code int not null,
  project_id         uuid not null,
  geom               geometry(MultiPolygon, 4490) not null,
  period             daterange not null,
  primary key (district_code, home_district_code, project_id)
);
create index footprint_geom on footprint using gist (geom);

create table site (
  district_code int not null,
  id            uuid not null,
  project_id    uuid not null,
  number        int not null,
  name          text not null,
  name_en       text,
  status        site_status not null default 'not_begun',
  depth_m       double precision,
  planned_from  date,
  planned_to    date,
  opened_at     timestamptz,
  backfilled_at timestamptz,
  restored_at   timestamptz,
  geom          geometry(MultiPolygon, 4490) not null,
  geom_3857     geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored,
  area_m2       double precision generated always as (st_area(geom::geography)) stored,
  promoter_id   uuid not null,
  contractor_id uuid,
  stage         project_stage not null,
  card          card not null default 'none',
  is_public     boolean generated always as (stage in ('permitted', 'in_progress', 'suspended', 'completed', 'passed', 'guarantee', 'closed')) stored,
  version       int not null default 1,
  updated_at    timestamptz not null,
  primary key (district_code, id),
  unique (district_code, project_id, number),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index site_geom on site using gist (geom);
create index site_geom_3857 on site using gist (geom_3857);

-- The four lives of a geometry: planned, permitted, as built, observed. Superseded rows stay.
create table project_geometry (
  district_code int not null,
  id            uuid not null,
  project_id    uuid not null,
  life          geometry_life not null,
  geom          geometry(MultiPolygon, 4490) not null,
  source        text not null,
  valid_from    timestamptz not null,
  valid_to      timestamptz,
  recorded_from timestamptz not null,
  recorded_to   timestamptz,
  promoter_id   uuid not null,
  contractor_id uuid,
  primary key (district_code, id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index project_geometry_geom on project_geometry using gist (geom);
create index project_geometry_project on project_geometry (district_code, project_id, life);

-- Two times: valid_* is when it was true, recorded_* is when we knew it. The present is the row with both ends open.
create table project_version (
  district_code int not null,
  project_id    uuid not null,
  version       int not null,
  stage         project_stage not null,
  card          card not null,
  card_owner    card_owner,
  kind          project_kind not null,
  name          text not null,
  promoter_id   uuid not null,
  contractor_id uuid,
  planned_from  date not null,
  planned_to    date not null,
  geom          geometry(MultiPolygon, 4490) not null,
  geom_3857     geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored,
  is_public     boolean generated always as (stage in ('permitted', 'in_progress', 'suspended', 'completed', 'passed', 'guarantee', 'closed')) stored,
  valid_from    timestamptz not null,
  valid_to      timestamptz,
  recorded_from timestamptz not null,
  recorded_to   timestamptz,
  primary key (district_code, project_id, version),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index project_version_geom on project_version using gist (geom);
create index project_version_valid on project_version (district_code, valid_from, valid_to);

create table site_version (
  district_code int not null,
  site_id       uuid not null,
  version       int not null,
  project_id    uuid not null,
  status        site_status not null,
  promoter_id   uuid not null,
  contractor_id uuid,
  valid_from    timestamptz not null,
  valid_to      timestamptz,
  recorded_from timestamptz not null,
  recorded_to   timestamptz,
  primary key (district_code, site_id, version),
  foreign key (district_code, site_id) references site (district_code, id)
);

-- Notes between the people of one organisation; nobody else reads them.
create table comment (
  district_code   int not null,
  id              uuid not null,
  project_id      uuid not null,
  organisation_id uuid not null,
  author_id       uuid not null,
  author_name     text not null,
  body            text not null check (length(body) between 1 and 4000),
  created_at      timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index comment_project on comment (district_code, project_id, created_at);

-- Files live in the store (DATA_DIR or S3); this is what we know of them. audience: public, parties (promoter and staff), organisation.
create table attachment (
  district_code   int not null,
  id              uuid not null,
  project_id      uuid,
  subject_kind    text not null,
  subject_id      uuid not null,
  name            text not null,
  media_type      text not null,
  size_bytes      bigint not null,
  sha256          text not null,
  store_key       text not null,
  audience        text not null default 'parties' check (audience in ('public', 'parties', 'organisation')),
  organisation_id uuid not null,
  promoter_id     uuid,
  contractor_id   uuid,
  uploaded_by     uuid not null,
  taken_at        timestamptz,
  taken_where     geometry(Point, 4490),
  created_at      timestamptz not null,
  primary key (district_code, id)
);
create index attachment_subject on attachment (district_code, subject_kind, subject_id);
create index attachment_project on attachment (district_code, project_id);
