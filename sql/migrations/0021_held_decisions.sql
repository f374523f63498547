-- A decision may be taken back until the applicant was told of it: the message waits so long (rule permit.holding), and what stood before is kept.
alter type clock_cause add value if not exists 'reopened';

create table permit_decision (
  district_code int not null,
  permit_id     uuid not null,
  -- of the permit, once it was decided
  version       int not null,
  move          text not null,
  -- the permit's columns that the decision may write, as they stood
  before        jsonb not null,
  decided_at    timestamptz not null,
  -- by the wall clock, like every sending
  held_until    timestamptz not null,
  undone_at     timestamptz,
  authority_id  uuid not null,
  promoter_id   uuid not null,
  primary key (district_code, permit_id, version),
  foreign key (district_code, permit_id) references permit (district_code, id)
);
