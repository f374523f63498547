-- Organisations, people and the ways they prove who they are. All live under the organisation's home district.

create type member_role as enum ('promoter', 'authority', 'inspector', 'utility', 'planner', 'registry', 'auditor', 'admin');
create type organisation_kind as enum ('authority', 'inspection', 'traffic', 'promoter', 'contractor', 'supervisor', 'utility', 'registry', 'planning', 'audit', 'operator');

create table organisation (
  district_code int not null,
  id            uuid not null,
  kind          organisation_kind not null,
  name_zh       text not null,
  name_en       text not null,
  credit_code   text,
  utility_kind  text,
  is_demo       boolean not null default false,
  created_at    timestamptz not null,
  version       int not null default 1,
  primary key (district_code, id)
);

create table person (
  district_code       int not null,
  id                  uuid not null,
  organisation_id     uuid not null,
  login               text not null,
  name_zh             text not null,
  name_en             text not null,
  role                member_role not null,
  locale              text not null default 'zh-CN',
  password_hash       text,
  totp_secret_sealed  text,
  phone_sealed        text,
  failed_sign_ins     int not null default 0,
  locked_until        timestamptz,
  disabled_at         timestamptz,
  is_demo             boolean not null default false,
  created_at          timestamptz not null,
  version             int not null default 1,
  primary key (district_code, id),
  unique (district_code, login),
  foreign key (district_code, organisation_id) references organisation (district_code, id)
);

create table invitation (
  district_code   int not null,
  id              uuid not null,
  organisation_id uuid not null,
  role            member_role not null,
  secret_hash     text not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  created_by      uuid,
  created_at      timestamptz not null,
  primary key (district_code, id)
);

-- A bearer token: only its hash is kept; the token text embeds district and id so that it is found by key.
create table access_token (
  district_code int not null,
  id            uuid not null,
  person_id     uuid not null,
  label         text not null,
  secret_hash   text not null,
  expires_at    timestamptz,
  revoked_at    timestamptz,
  created_at    timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, person_id) references person (district_code, id)
);

create table session (
  district_code int not null,
  id            uuid not null,
  person_id     uuid not null,
  secret_hash   text not null,
  expires_at    timestamptz not null,
  ended_at      timestamptz,
  created_at    timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, person_id) references person (district_code, id)
);

create table idempotency_key (
  district_code   int not null,
  organisation_id uuid not null,
  key             text not null,
  request_hash    text not null,
  status          int,
  body            text,
  location        text,
  created_at      timestamptz not null,
  primary key (district_code, organisation_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);

-- Responsibility is an area and an organisation, dated: who decides, who supervises, whose town it is.
create table responsibility (
  district_code   int not null,
  id              uuid not null,
  organisation_id uuid not null,
  duty            text not null check (duty in ('authority', 'supervision', 'town', 'traffic', 'registry')),
  valid_from      date not null,
  valid_to        date,
  geom            geometry(MultiPolygon, 4490) not null,
  primary key (district_code, id),
  foreign key (district_code, organisation_id) references organisation (district_code, id)
);
create index responsibility_geom on responsibility using gist (geom);

-- Which utility serves which street with what: the route of a transfer leg and of a request.
create table utility_route (
  district_code int not null,
  id            uuid not null,
  utility_kind  text not null,
  utility_id    uuid not null,
  admin_code    text not null,
  unit_code     text not null,
  precheck_url  text,
  valid_from    date not null,
  valid_to      date,
  primary key (district_code, id),
  unique (district_code, utility_kind, admin_code, valid_from)
);

-- The next reference number of a year; taken in the transaction that uses it.
create table reference_counter (
  district_code int not null,
  series        text not null,
  year          int not null,
  last_number   int not null,
  primary key (district_code, series, year)
);
