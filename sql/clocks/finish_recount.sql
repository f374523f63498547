-- The clocks of a district are counted by this state of the calendar.
update calendar_recount set finished_at = :now, examined = :examined
 where district_code = :district_code and calendar_version = :calendar_version
