-- Those of the wanted approval items that a dig still lacks, in the order in which they are named. Wanted: a JSON array of {item, kinds}; an item that is not
-- for the dig's kind is not lacking.
select w.item as "item!"
  from dig_project p
  cross join lateral (
       select one.value ->> 'item' as item, one.value -> 'kinds' as kinds, one.at
         from json_array_elements(:wanted::json) with ordinality as one (value, at)) w
 where p.district_code = :district_code and p.id = :project_id
   and exists (select 1 from json_array_elements_text(w.kinds) as named (of) where named.of = p.kind::text)
   and not exists (select 1 from approval_item i
                    where i.district_code = p.district_code and i.project_id = p.id and i.item = w.item and i.status = 'approved')
 order by w.at
