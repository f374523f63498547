-- Counts a photo of a citizen's report, as long as the report is of the last hour and has fewer than it may. No row back: it may have no more.
update citizen_report set photos = photos + 1
 where district_code = :district_code and id = :id and photos < :most::int and created_at > :since::timestamptz
returning photos
