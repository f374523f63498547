-- Counts a photo of a request, as long as the request is of the last hour and has fewer than it may. No row back: it may have no more.
update petitioner set photos = photos + 1
 where district_code = :district_code and petition_id = :id and photos < :most::int and created_at > :since::timestamptz
returning photos
