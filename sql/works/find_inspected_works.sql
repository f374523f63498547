-- The works that an inspection at the end of the guarantee was about; no row for any other inspection, and where nothing could be seen.
select w.id, w.project_id
  from inspection i
  join works w on w.district_code = i.district_code and w.project_id = i.project_id and w.status = 'guarantee'
 where i.district_code = :district_code and i.id = :inspection_id and i.category = 'guarantee_end' and i.outcome <> 'unable_to_inspect' and i.withdrawn_at is null
