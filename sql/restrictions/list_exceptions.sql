-- Permits of a dig that may open a road inside its no-dig years: which roads, and by which file of the county government. In the order of their numbers.
select p.reference, p.moratorium_exception as "roads!", a.name as "approval?"
  from permit p
  left join attachment a on a.district_code = p.district_code and a.id = p.moratorium_approval_id
 where p.district_code = :district_code and p.project_id = :project_id and p.moratorium_exception is not null
 order by p.reference
