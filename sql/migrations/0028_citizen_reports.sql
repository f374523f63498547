-- A citizen reports a dig without a sign, without an account: a detection like any other, and a link by which the reporter follows it. Who reported is not known
-- and not kept; only the hash of the link is.
create table citizen_report (
  district_code int not null,
  id            uuid not null,
  tracking_hash text not null,
  photos        int not null default 0,
  created_at    timestamptz not null,
  primary key (district_code, id),
  foreign key (district_code, id) references detection (district_code, id)
);

-- A photo of a citizen's was uploaded by nobody that is known here.
alter table attachment alter column uploaded_by drop not null;
