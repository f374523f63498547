-- The mandate by which a counter may act for a firm today, the one that lasts longest, or no row.
select id, version from mandate
 where district_code = :district_code and authority_id = :authority_id and promoter_id = :promoter_id and withdrawn_at is null and valid_to >= :today::date
 order by valid_to desc, given_at desc limit 1
