-- The alert that holds a dig now, the one that lasts longest; no row when none does. One that is being lifted still holds what it has not released.
select alert_id as "id!", until_at as "until_at!" from dig_under_alert
 where district_code = :district_code and project_id = :project_id and from_at <= :now::timestamptz
 order by until_at desc, alert_id limit 1
