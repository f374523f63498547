-- What keeps a file open: rectifications neither cleared nor withdrawn, an interim reinstatement, an over-dig that nobody has seen to.
select (select count(*) from rectification r
         where r.district_code = :district_code and r.project_id = :project_id and r.status not in ('cleared', 'withdrawn'))
     + (select count(*) from reinstatement i where i.district_code = :district_code and i.project_id = :project_id and i.status = 'interim')
     + (select count(*) from overdig_case o where o.district_code = :district_code and o.project_id = :project_id and o.status = 'open') as "count!"
