-- Limits that authorities and utilities passed on public digs, with what they said of it; the newest first. Columns that are public only.
select c.district_code, c.id, c.kind, c.owner, o.name_zh as owner_name_zh, o.name_en as owner_name_en, p.id as project_id, p.reference, p.name,
       c.due_on, c.stopped_at, c.explanation, c.explained_at, c.basis_zh, c.basis_en
  from clock c
  join organisation o on o.district_code = c.district_code and o.id = c.owner_id
  join dig_project p on p.district_code = c.district_code and p.id = c.project_id and p.is_public
 where c.district_code = :district_code and c.owner in ('authority', 'utility') and c.explanation is not null
 order by c.explained_at desc, c.id
 limit :limit::int
