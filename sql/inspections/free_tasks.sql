-- What a withdrawn visit had done is not done.
update inspection_task set inspection_id = null, done_at = null where district_code = :district_code and inspection_id = :inspection_id
