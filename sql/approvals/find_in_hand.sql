-- Whether an authority has something of a dig in hand: an approval item, or the application for its permit.
select exists (select 1 from approval_item i where i.district_code = p.district_code and i.project_id = p.id and i.status = 'asked')
    or exists (select 1 from permit m where m.district_code = p.district_code and m.project_id = p.id
                and m.status in ('submitted', 'application_accepted')) as "in_hand!"
  from dig_project p where p.district_code = :district_code and p.id = :project_id
