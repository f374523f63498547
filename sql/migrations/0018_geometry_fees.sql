-- What became of a dig: surveyed before backfill and compared with what was permitted; what it costs; how the ground was restored and for how long
-- it is vouched for.

create type overdig_case_status as enum ('open', 'settled');
create type permit_fee_status as enum ('assessed', 'settled', 'waived');
create type reinstatement_status as enum ('interim', 'permanent');

-- As-built ground is surveyed site by site: a dig has one that stands per surveyed site.
alter table project_geometry add column site_id uuid;
create unique index project_geometry_as_built on project_geometry (district_code, site_id) where life = 'as_built' and recorded_to is null;

-- What the surveyor measured (竣工测量); the ground itself is the project_geometry of the same id. version counts the surveys of a site.
create table survey (
  district_code   int not null,
  id              uuid not null,
  project_id      uuid not null,
  site_id         uuid not null,
  version         int not null,
  crs             text not null,
  depth_m         double precision not null,
  length_m        double precision,
  width_m         double precision,
  evidence        uuid[] not null,
  surveyed_at     timestamptz not null,
  handed_in_at    timestamptz not null,
  organisation_id uuid not null,
  promoter_id     uuid not null,
  contractor_id   uuid,
  primary key (district_code, id),
  unique (district_code, site_id, version),
  foreign key (district_code, site_id) references site (district_code, id)
);
create index survey_project on survey (district_code, project_id);

-- A dig that took more ground than it was permitted (城市道路管理条例 36). At most one is open; its excess is that of the newest survey.
create table overdig_case (
  district_code int not null,
  id            uuid not null,
  project_id    uuid not null,
  status        overdig_case_status not null,
  excess        geometry(MultiPolygon, 4490) not null,
  excess_m2     double precision not null,
  excess_share  double precision not null,
  authority_id  uuid not null,
  promoter_id   uuid not null,
  contractor_id uuid,
  outcome       text check (outcome in ('reinstated', 'change_granted', 'penalised', 'measured_again')),
  reason        text,
  opened_at     timestamptz not null,
  closed_at     timestamptz,
  version       int not null default 1,
  updated_at    timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create unique index overdig_case_open on overdig_case (district_code, project_id) where status = 'open';

-- Occupation and restoration fee of one permit (城市道路管理条例 37), in yuan. lines: what was charged, road by road.
create table permit_fee (
  district_code  int not null,
  id             uuid not null,
  permit_id      uuid not null,
  project_id     uuid not null,
  status         permit_fee_status not null,
  restoration    numeric(14, 2) not null,
  occupation     numeric(14, 2) not null,
  total          numeric(14, 2) generated always as (restoration + occupation) stored,
  days           int not null,
  area_m2        double precision not null,
  lines          jsonb not null,
  restoration_basis_zh text not null,
  restoration_basis_en text not null,
  occupation_basis_zh  text not null,
  occupation_basis_en  text not null,
  is_demo        boolean not null,
  receipt        text,
  waiver_reason  text,
  waiver_basis   text,
  authority_id   uuid not null,
  promoter_id    uuid not null,
  contractor_id  uuid,
  assessed_at    timestamptz not null,
  closed_at      timestamptz,
  version        int not null default 1,
  updated_at     timestamptz not null,
  primary key (district_code, id),
  unique (district_code, permit_id),
  foreign key (district_code, permit_id) references permit (district_code, id)
);

-- What was restored, as measured at acceptance; an interim one is to be made permanent by its clock.
create table reinstatement (
  district_code     int not null,
  id                uuid not null,
  project_id        uuid not null,
  status            reinstatement_status not null,
  area_m2           double precision,
  permanent_area_m2 double precision,
  measured_at       timestamptz not null,
  made_permanent_at timestamptz,
  authority_id      uuid not null,
  promoter_id       uuid not null,
  contractor_id     uuid,
  version           int not null default 1,
  updated_at        timestamptz not null,
  primary key (district_code, id),
  unique (district_code, project_id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);

-- The day on which the inspection before the end of the guarantee was called for: once.
alter table works add column inspection_called_on date;
