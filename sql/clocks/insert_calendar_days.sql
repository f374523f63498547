-- The exceptions to Monday to Friday that a notice names. Rows as a JSON array.
insert into calendar_day (version, day, is_working, name_zh, name_en)
select :version, d.day, d.is_working, d.name_zh, d.name_en
  from json_to_recordset(:days::json) as d(day date, is_working boolean, name_zh text, name_en text)
