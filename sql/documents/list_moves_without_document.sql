-- Moves of one dig that call for a paper and have none: those made before papers were produced here. Oldest first.
select e.id, e.type, e.actor_role from event e
 where e.district_code = :district_code and e.project_id = :project_id and e.type = any (:types::text[])
   and not exists (select 1 from issued_document d where d.district_code = e.district_code and d.event_id = e.id)
 order by e.at, e.id limit 50
