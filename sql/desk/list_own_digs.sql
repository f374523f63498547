-- The digs of one promoter that are not at their end, newest change first.
select id from dig_project
 where district_code = :district_code and promoter_id = :promoter_id and stage not in ('closed', 'cancelled', 'lapsed', 'terminated')
 order by updated_at desc, id desc
 limit :limit::int
