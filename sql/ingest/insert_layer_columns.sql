-- The columns of an imported layer, in the file's order.
insert into layer_column (district_code, layer_id, name, type, position)
select :district_code, :layer_id, c.name, c.type, c.position
  from jsonb_to_recordset(:columns::jsonb) as c(name text, type text, position int)
