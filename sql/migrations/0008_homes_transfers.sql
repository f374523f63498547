-- Homes and the linked transfer of their utility accounts. Tables that name a person are apart, sealed,
-- and never joined by a tile, a map, a search or a log.

create type transfer_status as enum ('opened', 'prechecking', 'ready', 'blocked', 'awaiting_register_entry', 'dispatching', 'partially_completed', 'completed', 'completed_with_exceptions', 'cancelled', 'compensating');
create type leg_status as enum ('not_requested', 'precheck_requested', 'precheck_passed', 'precheck_blocked', 'armed', 'pushed', 'acknowledged', 'completed', 'rejected', 'timed_out', 'retrying', 'manual', 'cancel_requested', 'cancelled', 'opted_out');

create table building (
  district_code int not null,
  id            uuid not null,
  estate_name   text not null,
  name          text not null,
  name_en       text,
  admin_code    text,
  street_name   text,
  floors        int,
  completed_on  date,
  project_id    uuid,
  unit_count    int not null default 0,
  geom          geometry(MultiPolygon, 4490) not null,
  geom_3857     geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored,
  version       int not null default 1,
  updated_at    timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index building_geom on building using gist (geom);
create index building_geom_3857 on building using gist (geom_3857);
create index building_project on building (district_code, project_id);

create table home_unit (
  district_code int not null,
  id            uuid not null,
  building_id   uuid not null,
  unit_code     text not null check (unit_code ~ '^\d{6}\d{3}\d{3}[A-Z]{2}\d{5}[A-Z]\d{8}$'),
  entrance      text not null,
  floor         int not null,
  room          text not null,
  label         text not null,
  area_m2       double precision,
  version       int not null default 1,
  primary key (district_code, id),
  unique (district_code, unit_code),
  foreign key (district_code, building_id) references building (district_code, id)
);
create index home_unit_building on home_unit (district_code, building_id);

create table transfer_case (
  district_code   int not null,
  id              uuid not null,
  reference       text not null,
  acceptance_no   text not null,
  unit_id         uuid not null,
  unit_code       text not null,
  unit_label      text not null,
  admin_code      text,
  street_name     text,
  status          transfer_status not null default 'opened',
  registry_id     uuid not null,
  certificate_no  text,
  entered_at      timestamptz,
  opened_at       timestamptz not null,
  finished_at     timestamptz,
  cancel_reason   text,
  tracking_hash   text not null,
  version         int not null default 1,
  updated_at      timestamptz not null,
  primary key (district_code, id),
  unique (district_code, reference),
  unique (district_code, acceptance_no),
  foreign key (district_code, unit_id) references home_unit (district_code, id)
);
create index transfer_case_unit on transfer_case (district_code, unit_id);
create index transfer_case_status on transfer_case (district_code, status);

create table transfer_leg (
  district_code   int not null,
  id              uuid not null,
  case_id         uuid not null,
  case_reference  text not null,
  unit_label      text not null,
  admin_code      text,
  street_name     text,
  kind            text not null,
  utility_id      uuid,
  registry_id     uuid not null,
  status          leg_status not null default 'not_requested',
  account_sealed  text,
  account_hmac    text,
  account_masked  text,
  reason_code     text,
  reason_detail   text,
  arrears_yuan    numeric(12, 2),
  push_key        text,
  utility_ack     text,
  attempts        int not null default 0,
  next_at         timestamptz,
  pushed_at       timestamptz,
  acknowledged_at timestamptz,
  finished_at     timestamptz,
  version         int not null default 1,
  updated_at      timestamptz not null,
  primary key (district_code, id),
  unique (district_code, case_id, kind),
  foreign key (district_code, case_id) references transfer_case (district_code, id)
);
create index transfer_leg_utility on transfer_leg (district_code, utility_id, status);
create index transfer_leg_due on transfer_leg (district_code, status, next_at);

-- PIPL art. 23: separate consent naming recipient, purpose, method and kinds of data. Withdrawn, never deleted.
create table consent_receipt (
  district_code int not null,
  id            uuid not null,
  case_id       uuid not null,
  leg_kind      text not null,
  recipient_id  uuid not null,
  registry_id   uuid not null,
  purpose       text not null,
  method        text not null,
  data_kinds    text[] not null,
  text_version  text not null,
  given_at      timestamptz not null,
  withdrawn_at  timestamptz,
  primary key (district_code, id),
  foreign key (district_code, case_id) references transfer_case (district_code, id)
);
create index consent_receipt_case on consent_receipt (district_code, case_id);

-- Personal data, sealed with a key id; hmac for equality only. Read by POST with a reason and an audit row.
create table transfer_party (
  district_code int not null,
  id            uuid not null,
  case_id       uuid not null,
  registry_id   uuid not null,
  side          text not null check (side in ('buyer', 'seller')),
  number        int not null,
  id_type       text not null,
  name_sealed   text not null,
  id_no_sealed  text not null,
  id_no_hmac    text not null,
  phone_sealed  text,
  name_masked   text not null,
  created_at    timestamptz not null,
  primary key (district_code, id),
  unique (district_code, case_id, side, number),
  foreign key (district_code, case_id) references transfer_case (district_code, id)
);

-- Every callback and push, kept as evidence of order and duplicates. No personal data.
create table leg_message (
  district_code int not null,
  id            uuid not null,
  leg_id        uuid not null,
  utility_id    uuid not null,
  registry_id   uuid not null,
  direction     text not null check (direction in ('out', 'in')),
  kind          text not null,
  key           text not null,
  outcome       text not null,
  at            timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, leg_id) references transfer_leg (district_code, id)
);
create index leg_message_leg on leg_message (district_code, leg_id, at);
