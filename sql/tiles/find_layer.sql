-- An imported layer by its name, with its columns in the file's order. The caller decides by its audience who may see it.
select l.district_code, l.id, l.name, l.title_zh, l.title_en, l.audience, l.organisation_id, l.geometry_type, l.licence, l.source,
       coalesce((select jsonb_agg(jsonb_build_object('name', c.name, 'type', c.type) order by c.position)
                   from layer_column c where c.district_code = l.district_code and c.layer_id = l.id), '[]') as "columns!"
  from layer l
 where l.district_code = :district_code and l.name = :name
