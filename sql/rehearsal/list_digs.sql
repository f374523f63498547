-- The derived columns of every dig of a district, by id after :after.
select id, status, stage, card, card_owner from dig_project
 where district_code = :district_code and id > :after::uuid
 order by id
 limit :limit::int
