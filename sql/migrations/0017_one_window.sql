-- One window (一窗受理): the documents an application needs and which are there, what its promoter promised to hand in later, every authority that is asked
-- at once, the hand-over of a granted file to the supervising unit, and the mandate by which an agent of the counter acts for a firm.

alter type consent_kind add value 'planning_opinion';
alter type consent_kind add value 'landscaping_opinion';
alter type consent_kind add value 'water_opinion';
alter table responsibility drop constraint responsibility_duty_check;
alter table responsibility add constraint responsibility_duty_check
  check (duty in ('authority', 'supervision', 'town', 'traffic', 'registry', 'planning', 'landscaping', 'water'));

create type promise_status as enum ('draft', 'offered', 'accepted', 'kept', 'broken', 'dropped');
create type handover_status as enum ('draft', 'waiting', 'signed', 'dropped');

-- One file handed in as one of the documents that the place's list names.
create table permit_document (
  district_code int not null,
  id            uuid not null,
  permit_id     uuid not null,
  project_id    uuid not null,
  code          text not null,
  attachment_id uuid not null,
  handed_in_at  timestamptz not null,
  handed_in_by  uuid not null,
  authority_id  uuid not null,
  promoter_id   uuid not null,
  contractor_id uuid,
  primary key (district_code, id),
  unique (district_code, permit_id, code, attachment_id),
  foreign key (district_code, permit_id) references permit (district_code, id)
);

-- What a promoter signed to hand in later, and until when. barred_until: how long a broken one keeps him from the next, by the rule of that day.
create table permit_promise (
  district_code      int not null,
  id                 uuid not null,
  permit_id          uuid not null,
  project_id         uuid not null,
  status             promise_status not null,
  documents          jsonb not null,
  until              date not null,
  text               text not null,
  signed_by          uuid not null,
  signed_name        text not null,
  signed_at          timestamptz not null,
  accepted_at        timestamptz,
  ended_at           timestamptz,
  withholds_decision boolean not null default false,
  barred_until       date,
  authority_id       uuid not null,
  promoter_id        uuid not null,
  contractor_id      uuid,
  version            int not null default 1,
  updated_at         timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, permit_id) references permit (district_code, id)
);
create index permit_promise_permit on permit_promise (district_code, permit_id, signed_at);
create index permit_promise_barred on permit_promise (district_code, promoter_id, barred_until) where barred_until is not null;
create index permit_promise_open on permit_promise (district_code, until) where status = 'accepted';

-- A granted file on its way to who supervises the dig (审管衔接). unit_id must sign for it.
create table handover (
  district_code int not null,
  id            uuid not null,
  permit_id     uuid not null,
  project_id    uuid not null,
  status        handover_status not null,
  unit_id       uuid not null,
  authority_id  uuid not null,
  promoter_id   uuid not null,
  contractor_id uuid,
  handed_at     timestamptz not null,
  signed_at     timestamptz,
  signed_by     uuid,
  version       int not null default 1,
  updated_at    timestamptz not null,
  primary key (district_code, id),
  unique (district_code, permit_id),
  foreign key (district_code, permit_id) references permit (district_code, id)
);
create index handover_waiting on handover (district_code, handed_at) where status = 'waiting';

-- A firm lets the agents of a counter file and apply in its name (帮办代办), until a day or until it takes that back.
create table mandate (
  district_code  int not null,
  id             uuid not null,
  promoter_id    uuid not null,
  promoter_name  text not null,
  authority_id   uuid not null,
  text           text not null,
  valid_to       date not null,
  given_by       uuid not null,
  given_name     text not null,
  given_at       timestamptz not null,
  withdrawn_at   timestamptz,
  version        int not null default 1,
  updated_at     timestamptz not null,
  primary key (district_code, id)
);
create index mandate_parties on mandate (district_code, authority_id, promoter_id);

-- Who of the counter handed an application in for the applicant; null when the applicant did.
alter table permit add column agent_id uuid;
