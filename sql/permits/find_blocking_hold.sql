-- Whether the matters of a promoter are held by an article that lets them be: the latest such hold, or no row.
select id, basis_zh, basis_en from hold
 where district_code = :district_code and promoter_id = :promoter_id and lifted_at is null and is_blocking
 order by placed_at desc, id limit 1
