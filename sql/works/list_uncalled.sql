-- Works under a guarantee that ends by a day and that nobody was called to inspect yet. The one that ends first, first.
select id from works
 where district_code = :district_code and status = 'guarantee' and inspection_called_on is null and guarantee_to <= :until::date
 order by guarantee_to, id limit :limit::int
