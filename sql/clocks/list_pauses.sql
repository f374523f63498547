-- Every pause of a clock, oldest first.
select id, paused_at, resumed_at, basis_zh, basis_en from clock_pause
 where district_code = :district_code and clock_id = :clock_id
 order by paused_at, id
