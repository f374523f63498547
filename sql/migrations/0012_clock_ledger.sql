-- The ledger of a clock: every version says why it came to be and where its days then lay. A limit in months is kept, so that it can be counted again.
create type clock_cause as enum ('started', 'marked', 'paused', 'resumed', 'extended', 'recounted', 'acknowledged', 'explained', 'stopped');

alter table clock add column limit_months int;
alter table clock add column explained_at timestamptz;

alter table clock_version add column cause clock_cause;
alter table clock_version add column yellow_on date;
alter table clock_version add column statutory_due_on date;
update clock_version v
   set cause = case when v.version = 1 then 'started'
                    when v.state = 'paused' then 'paused'
                    when v.state in ('met', 'breached', 'cancelled') then 'stopped'
                    when v.card <> 'none' then 'marked'
                    else 'resumed' end::clock_cause;
alter table clock_version alter column cause set not null;
create index clock_version_recount on clock_version (district_code, calendar_version) where cause = 'recounted';

-- How far the clocks of a district have been counted again, one row per published state of the calendar.
create table calendar_recount (
  district_code    int not null,
  calendar_version text not null,
  started_at       timestamptz not null,
  finished_at      timestamptz,
  examined         int not null default 0,
  primary key (district_code, calendar_version)
);
