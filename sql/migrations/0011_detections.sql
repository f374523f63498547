-- Undeclared digs: what a detection was matched with, the case that follows, and who verified it in the field.

create type detection_coverage as enum ('covered', 'partly_covered', 'not_covered');
-- A type of its own again, not values added: an added value may not be used before the commit, and a restore loads rows in the same transaction.
alter type detection_status rename to detection_status_before;
create type detection_status as enum ('detected', 'auto_matched', 'needs_review', 'dispatched', 'field_verified', 'lawful_matched', 'lawful_retrospective', 'false_positive', 'unlawful', 'rectifying', 'penalty_case', 'cleared', 'reopened', 'duplicate', 'rectified', 'penalised', 'penalty_served');
alter table detection alter column status drop default;
alter table detection alter column status type detection_status using status::text::detection_status;
alter table detection alter column status set default 'detected';
drop type detection_status_before;

-- match: the grounds found, with the thresholds they were judged by, as of matched_at. excess: what no ground covers of a patch partly covered.
alter table detection
  drop column match_note,
  add column observed_at timestamptz,
  add column note text,
  add column responsible_id uuid,
  add column coverage detection_coverage,
  add column match jsonb not null default '{}',
  add column match_permit_id uuid,
  add column matched_at timestamptz,
  add column duplicate_of_id uuid,
  add column duplicate_overlap double precision,
  add column case_number int not null default 0,
  add column case_opened_at timestamptz,
  add column settled_at timestamptz,
  add column finding_note text,
  add column decision_reference text,
  add column penalty_yuan double precision check (penalty_yuan is null or penalty_yuan >= 0);
create index detection_waiting on detection (district_code, observed_on, reference) where status = 'detected';
create index detection_newest on detection (district_code, observed_on, id);
create index detection_duplicate on detection (district_code, duplicate_of_id) where duplicate_of_id is not null;

-- Somebody stood there and looked, with where and what proves it. Append-only; no penalty without one (自然资发〔2023〕258号).
create table detection_verification (
  district_code   int not null,
  id              uuid not null,
  detection_id    uuid not null,
  case_number     int not null,
  step            text not null check (step in ('verify', 'confirm_rectified')),
  note            text not null,
  position        geometry(Point, 4490),
  position_accuracy_m double precision,
  distance_m      double precision,
  evidence        uuid[] not null default '{}',
  verifier_id     uuid not null,
  verifier_name   text not null,
  organisation_id uuid not null,
  verified_at     timestamptz not null,
  recorded_at     timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, detection_id) references detection (district_code, id),
  check (position is not null or cardinality(evidence) > 0)
);
create index detection_verification_of on detection_verification (district_code, detection_id, verified_at);
