-- How much of the plan was done in time, reason by reason, of the tasks whose last day lies between two days, both counted; open ones may still be.
select t.reason, count(*)::int as "planned!", (count(*) filter (where t.inspection_id is not null))::int as "done!",
       (count(*) filter (where t.inspection_id is null and t.due_on < :today::date))::int as "missed!",
       (count(*) filter (where t.inspection_id is null and t.due_on >= :today::date))::int as "open!"
  from inspection_task t
 where t.district_code = :district_code and t.due_on between :from::date and :to::date and (:unit_id::uuid is null or t.unit_id = :unit_id::uuid)
 group by t.reason
 order by t.reason
