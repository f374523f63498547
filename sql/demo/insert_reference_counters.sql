-- The last reference numbers that the demo used. Rows as a JSON array; all or nothing.
insert into reference_counter (district_code, series, year, last_number)
select r.district_code, r.series, r.year, r.last_number
  from json_to_recordset(:rows::json) as r(district_code int, series text, year int, last_number int)
