-- The permit between its application and its end: special procedures that pause the clock, the consent of a second authority, what its holder asks
-- of it afterwards (a change beforehand, a renewal), the ways it ends with the law that was cited, and the case of an emergency that nobody filed.

create type special_procedure_kind as enum ('hearing', 'bidding', 'inspection', 'testing', 'quarantine', 'appraisal', 'expert_review');
create type consent_kind as enum ('traffic_consent');
create type consent_status as enum ('draft', 'asked', 'given', 'withheld', 'dropped');
create type change_request_kind as enum ('change', 'renewal');
create type change_request_status as enum ('draft', 'submitted', 'application_accepted', 'granted', 'refused', 'deemed_renewed', 'cancelled');
create type emergency_case_status as enum ('open', 'regularised');

-- is_joint: several authorities decide together, with the longer limits (行政许可法 42). deregistered_from: how the permit had ended before it was
-- struck off the register, which ends nothing anew. appeal_key names the text on appeal rights; its days are those told with the decision.
alter table permit
  add column is_joint boolean not null default false,
  add column joint_with text,
  add column extended_at timestamptz,
  add column extension_approved_by text,
  add column start_extensions int not null default 0,
  add column appeal_key text,
  add column appeal_review_until date,
  add column appeal_suit_until date,
  add column ending_basis text,
  add column hearing_told_on date,
  add column deregistered_from permit_status;

-- The permitted period as it was: a change or a renewal moves it.
alter table permit_version
  add column permitted_from date,
  add column permitted_to date;

-- Time that is not the authority's (行政许可法 45): which procedure, and how long the applicant was told in writing that it takes.
create table special_procedure (
  district_code  int not null,
  id             uuid not null,
  permit_id      uuid not null,
  project_id     uuid not null,
  kind           special_procedure_kind not null,
  expected_until date not null,
  reason         text,
  started_at     timestamptz not null,
  ended_at       timestamptz,
  promoter_id    uuid not null,
  contractor_id  uuid,
  authority_id   uuid not null,
  primary key (district_code, id),
  foreign key (district_code, permit_id) references permit (district_code, id)
);
create index special_procedure_permit on special_procedure (district_code, permit_id, started_at);

-- A second authority's word on an application. authority_id is who is asked, not who decides the permit.
create table permit_consent (
  district_code int not null,
  id            uuid not null,
  permit_id     uuid not null,
  project_id    uuid not null,
  kind          consent_kind not null,
  status        consent_status not null,
  authority_id  uuid not null,
  promoter_id   uuid not null,
  contractor_id uuid,
  conditions    jsonb not null default '[]',
  reason        text,
  asked_at      timestamptz not null,
  answered_at   timestamptz,
  version       int not null default 1,
  updated_at    timestamptz not null,
  primary key (district_code, id),
  unique (district_code, permit_id, kind),
  foreign key (district_code, permit_id) references permit (district_code, id)
);

-- What the holder asks of a permit that stands: another position, area or period, beforehand (变更); a longer life (延续).
create table change_request (
  district_code   int not null,
  id              uuid not null,
  permit_id       uuid not null,
  project_id      uuid not null,
  reference       text not null,
  kind            change_request_kind not null,
  status          change_request_status not null,
  reason          text not null,
  valid_from      date,
  valid_to        date,
  geom            geometry(MultiPolygon, 4490),
  authority_id    uuid not null,
  promoter_id     uuid not null,
  contractor_id   uuid,
  submitted_at    timestamptz,
  accepted_at     timestamptz,
  decided_at      timestamptz,
  decision_reason text,
  version         int not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (district_code, id),
  unique (district_code, reference),
  foreign key (district_code, permit_id) references permit (district_code, id)
);
create index change_request_permit on change_request (district_code, permit_id);
create index change_request_geom on change_request using gist (geom);

-- An emergency whose application did not come in its hours (城市道路管理条例 34). A case of an undeclared dig may name it.
create table emergency_case (
  district_code int not null,
  id            uuid not null,
  project_id    uuid not null,
  status        emergency_case_status not null,
  authority_id  uuid not null,
  promoter_id   uuid not null,
  contractor_id uuid,
  opened_at     timestamptz not null,
  closed_at     timestamptz,
  version       int not null default 1,
  updated_at    timestamptz not null,
  primary key (district_code, id),
  unique (district_code, project_id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
