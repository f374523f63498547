-- The approval items of one dig that were asked for, in the order in which they were, with who is asked and the clock that runs for each.
select i.district_code, i.id, i.project_id, i.stage, i.item, i.status, i.authority_id, i.promoter_id, i.contractor_id, i.document_no, i.reason,
       i.asked_at, i.answered_at, i.version, o.name_zh as authority_name_zh, o.name_en as authority_name_en, c.due_on as "due_on?", c.card as "card?"
  from approval_item i
  join organisation o on o.district_code = i.district_code and o.id = i.authority_id
  left join clock c on c.district_code = i.district_code and c.subject_kind = 'approval_item' and c.subject_id = i.id and c.state = 'running'
 where i.district_code = :district_code and i.project_id = :project_id
 order by i.asked_at, i.id limit 100
