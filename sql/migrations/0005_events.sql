-- What happened, who did it, and what must follow. Rows are appended unchained in the writers' transactions;
-- one sequencer per district numbers and hashes committed rows afterwards (seq, hash). Readers read sequenced rows only.

create table event (
  district_code   int not null,
  id              uuid not null,
  seq             bigint,
  prev_hash       text,
  hash            text,
  type            text not null,
  subject_kind    text not null,
  subject_id      uuid not null,
  subject_version int not null,
  project_id      uuid,
  at              timestamptz not null,
  recorded_at     timestamptz not null,
  actor_id        uuid,
  actor_name      text,
  actor_role      text not null,
  organisation_id uuid,
  organisation_name text,
  promoter_id     uuid,
  utility_id      uuid,
  registry_id     uuid,
  is_personal     boolean not null default false,
  basis_zh        text,
  basis_en        text,
  data            jsonb not null default '{}',
  evidence        uuid[] not null default '{}',
  geom            geometry(Geometry, 4490),
  primary key (district_code, id)
);
create index event_unsequenced on event (district_code, recorded_at) where seq is null;
create unique index event_seq on event (district_code, seq);
create index event_project on event (district_code, project_id, at);
create index event_subject on event (district_code, subject_kind, subject_id, subject_version);

create table audit (
  district_code   int not null,
  id              uuid not null,
  seq             bigint,
  prev_hash       text,
  hash            text,
  at              timestamptz not null,
  recorded_at     timestamptz not null,
  actor_id        uuid,
  actor_name      text,
  actor_role      text not null,
  organisation_id uuid,
  action          text not null,
  subject_kind    text not null,
  subject_id      uuid,
  request_id      text,
  reason          text,
  detail          jsonb not null default '{}',
  primary key (district_code, id)
);
create index audit_unsequenced on audit (district_code, recorded_at) where seq is null;
create unique index audit_seq on audit (district_code, seq);
create index audit_subject on audit (district_code, subject_kind, subject_id);

-- The head of each district's chain: last number and hash. Locked by the one sequencer that works on the district.
create table chain_head (
  district_code int not null,
  stream        text not null check (stream in ('event', 'audit')),
  seq           bigint not null default 0,
  hash          text not null default '',
  primary key (district_code, stream)
);

-- Transactional outbox: one row per event, taken by the relay with SKIP LOCKED, district by district.
create table outbox (
  district_code int not null,
  event_id      uuid not null,
  recorded_at   timestamptz not null,
  done_at       timestamptz,
  attempts      int not null default 0,
  next_at       timestamptz not null,
  last_error    text,
  primary key (district_code, event_id),
  foreign key (district_code, event_id) references event (district_code, id)
);
create index outbox_due on outbox (district_code, next_at) where done_at is null;

-- Push by webhook: where a subscriber wants to be told, and each delivery with its attempts.
create table subscription (
  district_code   int not null,
  id              uuid not null,
  organisation_id uuid not null,
  role            member_role not null,
  url             text not null,
  types           text[] not null,
  area            geometry(MultiPolygon, 4490),
  secret_sealed   text not null,
  previous_secret_sealed text,
  previous_secret_until timestamptz,
  state           text not null default 'active' check (state in ('active', 'disabled', 'deleted')),
  failing_since   timestamptz,
  created_by      uuid not null,
  created_at      timestamptz not null,
  version         int not null default 1,
  primary key (district_code, id)
);

create table delivery (
  district_code   int not null,
  id              uuid not null,
  subscription_id uuid not null,
  subscription_district_code int not null,
  organisation_id uuid not null,
  event_id        uuid not null,
  subject_id      uuid not null,
  subject_version int not null,
  state           text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
  attempts        int not null default 0,
  next_at         timestamptz not null,
  leased_until    timestamptz,
  last_status     int,
  last_error      text,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  primary key (district_code, id),
  unique (district_code, subscription_id, event_id),
  foreign key (district_code, event_id) references event (district_code, id)
);
create index delivery_due on delivery (district_code, next_at) where state = 'pending';
create index delivery_order on delivery (district_code, subscription_id, subject_id, subject_version) where state = 'pending';
create index delivery_queue on delivery (district_code, subscription_id, next_at) where state = 'pending';
create index delivery_organisation on delivery (district_code, organisation_id, created_at);

create table delivery_attempt (
  district_code int not null,
  id            uuid not null,
  delivery_id   uuid not null,
  organisation_id uuid not null,
  number        int not null,
  at            timestamptz not null,
  status        int,
  error         text,
  duration_ms   int not null,
  primary key (district_code, id),
  foreign key (district_code, delivery_id) references delivery (district_code, id)
);

-- Messages to people, queued in the move's own transaction. Parameters hold ids and public words; the phone number is sealed.
create table message (
  district_code   int not null,
  id              uuid not null,
  channel         text not null default 'sms',
  template        text not null,
  params          jsonb not null default '{}',
  recipient_id    uuid,
  recipient_label text not null,
  organisation_id uuid,
  phone_sealed    text,
  locale          text not null default 'zh-CN',
  state           text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'failed')),
  attempts        int not null default 0,
  next_at         timestamptz not null,
  queued_at       timestamptz not null,
  sent_at         timestamptz,
  receipt         jsonb,
  subject_kind    text not null,
  subject_id      uuid not null,
  primary key (district_code, id)
);
create index message_due on message (district_code, next_at) where state = 'queued';
