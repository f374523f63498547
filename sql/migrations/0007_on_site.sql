-- What happens on the ground: inspections, rectifications, utilities' answers, and digs that nobody declared.

create type inspection_outcome as enum ('passed', 'failed_low', 'failed_high', 'unable_to_inspect');
create type rectification_status as enum ('issued', 'acknowledged', 'evidence_submitted', 'reinspection_scheduled', 'cleared', 'overdue', 'escalated', 'case_filed', 'withdrawn');
create type request_status as enum ('open', 'partially_answered', 'answered', 'superseded', 'waived');
create type detection_status as enum ('detected', 'auto_matched', 'needs_review', 'dispatched', 'field_verified', 'lawful_matched', 'lawful_retrospective', 'false_positive', 'unlawful', 'rectifying', 'penalty_case', 'cleared', 'reopened');

-- Immutable once recorded: withdrawn with a reason, never edited.
create table inspection (
  district_code   int not null,
  id              uuid not null,
  project_id      uuid not null,
  site_id         uuid,
  reference       text not null,
  kind            text not null check (kind in ('patrol', 'administrative')),
  category        text not null,
  outcome         inspection_outcome not null,
  findings        jsonb not null default '[]',
  note            text,
  promoter_told   boolean,
  made_safe       boolean,
  follows_rectification_id uuid,
  position        geometry(Point, 4490),
  position_accuracy_m double precision,
  distance_m      double precision,
  evidence        uuid[] not null default '{}',
  inspector_id    uuid not null,
  inspector_name  text not null,
  organisation_id uuid not null,
  promoter_id     uuid not null,
  contractor_id   uuid,
  inspected_at    timestamptz not null,
  recorded_at     timestamptz not null,
  withdrawn_at    timestamptz,
  withdrawn_reason text,
  version         int not null default 1,
  primary key (district_code, id),
  unique (district_code, reference),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index inspection_project on inspection (district_code, project_id, inspected_at);

create table rectification (
  district_code   int not null,
  id              uuid not null,
  inspection_id   uuid not null,
  project_id      uuid not null,
  site_id         uuid,
  reference       text not null,
  status          rectification_status not null,
  severity        text not null check (severity in ('low', 'high')),
  items           jsonb not null,
  issued_at       timestamptz not null,
  due_on          date not null,
  acknowledged_at timestamptz,
  evidence        uuid[] not null default '{}',
  evidence_note   text,
  evidence_by     uuid,
  evidence_at     timestamptz,
  cleared_at      timestamptz,
  cleared_by_inspection_id uuid,
  organisation_id uuid not null,
  promoter_id     uuid not null,
  contractor_id   uuid,
  version         int not null default 1,
  updated_at      timestamptz not null,
  primary key (district_code, id),
  unique (district_code, reference),
  foreign key (district_code, inspection_id) references inspection (district_code, id)
);
create index rectification_project on rectification (district_code, project_id);

-- One question to one utility about one dig. The row carries what the utility may see, so no join decides.
create table utility_request (
  district_code   int not null,
  id              uuid not null,
  project_id      uuid not null,
  utility_id      uuid not null,
  utility_kind    text not null,
  promoter_id     uuid not null,
  contractor_id   uuid,
  project_reference text not null,
  project_name    text not null,
  status          request_status not null default 'open',
  response_code   text,
  response_note   text,
  nearest_m       double precision not null,
  segments        int not null,
  geom            geometry(MultiPolygon, 4490) not null,
  asked_at        timestamptz not null,
  due_on          date not null,
  answered_at     timestamptz,
  answered_by     uuid,
  version         int not null default 1,
  primary key (district_code, id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index utility_request_utility on utility_request (district_code, utility_id, status);
create index utility_request_project on utility_request (district_code, project_id);
create index utility_request_geom on utility_request using gist (geom);

create table detection (
  district_code   int not null,
  id              uuid not null,
  reference       text not null,
  source          text not null,
  observed_on     date not null,
  positional_error_m double precision not null default 0,
  status          detection_status not null default 'detected',
  match_project_id uuid,
  share_covered   double precision,
  match_note      text,
  excess          geometry(MultiPolygon, 4490),
  import_id       uuid,
  organisation_id uuid not null,
  geom            geometry(MultiPolygon, 4490) not null,
  geom_3857       geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored,
  area_m2         double precision generated always as (st_area(geom::geography)) stored,
  version         int not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (district_code, id),
  unique (district_code, reference)
);
create index detection_geom on detection using gist (geom);
create index detection_geom_3857 on detection using gist (geom_3857);
