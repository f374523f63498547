-- The machines under a project: permits and works, and the clocks their moves start and stop.

create type permit_kind as enum ('excavation', 'occupation', 'works_planning', 'construction', 'traffic_consent');
create type permit_status as enum ('draft', 'submitted', 'supplement_requested', 'not_accepted', 'application_accepted', 'special_procedure', 'granted', 'delivered', 'refused', 'cancelled', 'expired', 'lapsed', 'revoked', 'withdrawn_by_authority', 'cancelled_as_penalty', 'deregistered');
create type works_status as enum ('not_started', 'in_progress', 'suspended', 'completed', 'passed', 'guarantee', 'closed');
create type clock_state as enum ('running', 'paused', 'met', 'breached', 'cancelled');
create type clock_unit as enum ('working_days', 'calendar_days', 'hours');

create table permit (
  district_code    int not null,
  id               uuid not null,
  project_id       uuid not null,
  reference        text not null,
  kind             permit_kind not null,
  status           permit_status not null,
  authority_id     uuid not null,
  promoter_id      uuid not null,
  contractor_id    uuid,
  submitted_at     timestamptz,
  accepted_at      timestamptz,
  decided_at       timestamptz,
  delivered_at     timestamptz,
  valid_from       date,
  valid_to         date,
  conditions       jsonb not null default '[]',
  decision_reason  text,
  supplement_items jsonb,
  moratorium_approval_id uuid,
  is_retrospective boolean not null default false,
  version          int not null default 1,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (district_code, id),
  unique (district_code, reference),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index permit_project on permit (district_code, project_id);
create index permit_status_idx on permit (district_code, status);

create table permit_version (
  district_code int not null,
  permit_id     uuid not null,
  version       int not null,
  project_id    uuid not null,
  status        permit_status not null,
  authority_id  uuid not null,
  promoter_id   uuid not null,
  contractor_id uuid,
  valid_from    timestamptz not null,
  valid_to      timestamptz,
  recorded_from timestamptz not null,
  recorded_to   timestamptz,
  primary key (district_code, permit_id, version),
  foreign key (district_code, permit_id) references permit (district_code, id)
);

create table works (
  district_code    int not null,
  id               uuid not null,
  project_id       uuid not null,
  status           works_status not null default 'not_started',
  promoter_id      uuid not null,
  contractor_id    uuid,
  authority_id     uuid not null,
  started_at       timestamptz,
  suspended_at     timestamptz,
  completed_at     timestamptz,
  passed_at        timestamptz,
  guarantee_from   date,
  guarantee_to     date,
  closed_at        timestamptz,
  suspension_reason text,
  version          int not null default 1,
  updated_at       timestamptz not null,
  primary key (district_code, id),
  unique (district_code, project_id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);

-- One running obligation with a deadline: who holds the ball, by which law, by when, counted by which calendar.
-- due_on is the promised limit (cards); statutory_due_on the legal one. hours are counted in due_at.
create table clock (
  district_code     int not null,
  id                uuid not null,
  project_id        uuid,
  subject_kind      text not null,
  subject_id        uuid not null,
  kind              text not null,
  owner             card_owner not null,
  owner_id          uuid not null,
  promoter_id       uuid,
  contractor_id     uuid,
  basis_zh          text not null,
  basis_en          text not null,
  unit              clock_unit not null,
  statutory_limit   double precision,
  promised_limit    double precision,
  started_at        timestamptz not null,
  started_on        date not null,
  due_on            date not null,
  statutory_due_on  date,
  due_at            timestamptz,
  yellow_on         date not null,
  provisional       boolean not null default false,
  calendar_version  text,
  state             clock_state not null default 'running',
  card              card not null default 'none',
  paused_at         timestamptz,
  stopped_at        timestamptz,
  acknowledged_at   timestamptz,
  acknowledged_by   uuid,
  explanation       text,
  version           int not null default 1,
  primary key (district_code, id)
);
create index clock_subject on clock (district_code, subject_kind, subject_id);
create index clock_project on clock (district_code, project_id);
create index clock_due on clock (district_code, state, due_on);

create table clock_pause (
  district_code int not null,
  id            uuid not null,
  clock_id      uuid not null,
  paused_at     timestamptz not null,
  resumed_at    timestamptz,
  basis_zh      text not null,
  basis_en      text not null,
  primary key (district_code, id),
  foreign key (district_code, clock_id) references clock (district_code, id)
);

create table clock_version (
  district_code int not null,
  clock_id      uuid not null,
  version       int not null,
  state         clock_state not null,
  card          card not null,
  due_on        date not null,
  calendar_version text,
  valid_from    timestamptz not null,
  valid_to      timestamptz,
  recorded_from timestamptz not null,
  recorded_to   timestamptz,
  primary key (district_code, clock_id, version),
  foreign key (district_code, clock_id) references clock (district_code, id)
);
