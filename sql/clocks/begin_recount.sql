-- Notes that the clocks of a district are to be counted by this state of the calendar. No row back: they have been already.
insert into calendar_recount (district_code, calendar_version, started_at)
values (:district_code, :calendar_version, :now)
on conflict (district_code, calendar_version) do update set examined = calendar_recount.examined
  where calendar_recount.finished_at is null
returning calendar_version
