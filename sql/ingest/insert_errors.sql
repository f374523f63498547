-- What was wrong with the rows of one batch, numbered on.
insert into import_error (district_code, import_id, number, organisation_id, row, code, pointer, message_zh, message_en)
select :district_code, :import_id, r.number, :organisation_id, r.row, r.code, r.pointer, r.message_zh, r.message_en
  from jsonb_to_recordset(:rows::jsonb) as r(number bigint, row bigint, code text, pointer text, message_zh text, message_en text)
