-- What was wrong with an import, in the order of its rows, a page after a number.
select number, row, code, pointer, message_zh, message_en
  from import_error
 where district_code = :district_code and import_id = :id and number > :after
 order by number
 limit :limit::int
