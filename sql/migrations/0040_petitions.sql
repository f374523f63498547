-- Requests (诉求) of people and firms around a dig: never refused at the door, graded, dispatched to the unit that answers for it, answered, judged by a third party.
create type petition_status as enum ('submitted', 'graded', 'dispatched', 'answered', 'judged', 'unsatisfied', 'closed', 'merged');

-- body: what the petitioner wrote; taken out when its term is over (forgotten_at). geom: where, CGCS2000 lon,lat. grade: 1 is the most urgent of four.
-- promoter_id is the dig's, to be proposed as the unit; it opens the row to nobody. said: what the petitioner says of the last answer, once for each.
create table petition (
  district_code     int not null,
  id                uuid not null,
  reference         text not null,
  kind_code         text not null,
  from_kind         text not null check (from_kind in ('person', 'firm')),
  body              text,
  geom              geometry(Point, 4490) not null,
  project_id        uuid,
  promoter_id       uuid,
  authority_id      uuid not null,
  admin_code        text,
  street_name       text,
  status            petition_status not null default 'submitted',
  grade             int check (grade between 1 and 4),
  grade_reason      text,
  round             int not null default 0,
  is_outside_duty   boolean not null default false,
  dispatcher_id     uuid,
  unit_id           uuid,
  judge_id          uuid,
  duplicate_of_id   uuid,
  said              text check (said in ('satisfied', 'basically_satisfied', 'unsatisfied')),
  said_at           timestamptz,
  submitted_at      timestamptz not null,
  first_answered_at timestamptz,
  closed_at         timestamptz,
  forgotten_at      timestamptz,
  version           int not null default 1,
  updated_at        timestamptz not null,
  primary key (district_code, id),
  unique (district_code, reference),
  foreign key (district_code, project_id) references dig_project (district_code, id),
  foreign key (district_code, duplicate_of_id) references petition (district_code, id),
  check (judge_id is null or (judge_id <> unit_id and judge_id <> dispatcher_id)),
  check (status <> 'merged' or duplicate_of_id is not null)
);
create index petition_newest on petition (district_code, submitted_at, id);
create index petition_project on petition (district_code, project_id) where project_id is not null;
create index petition_unit on petition (district_code, unit_id) where unit_id is not null;
create index petition_duplicate on petition (district_code, duplicate_of_id) where duplicate_of_id is not null;
create index petition_geom on petition using gist (geom);

-- One dispatch and what came of it; the first is number 1. reason: why this unit, needed where it lies outside the authority's duty.
create table petition_round (
  district_code int not null,
  petition_id   uuid not null,
  number        int not null,
  grade         int not null check (grade between 1 and 4),
  dispatcher_id uuid not null,
  unit_id       uuid not null,
  judge_id      uuid not null,
  reason        text,
  dispatched_at timestamptz not null,
  due_on        date not null,
  answer        text,
  files         uuid[] not null default '{}',
  answered_at   timestamptz,
  result        text check (result in ('satisfied', 'basically_satisfied', 'unsatisfied', 'not_reached')),
  result_note   text,
  judged_at     timestamptz,
  primary key (district_code, petition_id, number),
  foreign key (district_code, petition_id) references petition (district_code, id),
  check (judge_id <> unit_id and judge_id <> dispatcher_id)
);

-- The petitioner: the hash of the link, never the link; a name and a telephone only if given, sealed, until the term of the rule is over.
create table petitioner (
  district_code int not null,
  petition_id   uuid not null,
  tracking_hash text not null,
  name_sealed   text,
  phone_sealed  text,
  photos        int not null default 0,
  created_at    timestamptz not null,
  primary key (district_code, petition_id),
  foreign key (district_code, petition_id) references petition (district_code, id)
);
