-- Staged homes of a batch whose code is taken, or stands in the file before.
select r.number
  from import_row r
 where r.district_code = :district_code and r.import_id = :import_id and r.number between :first and :last
   and (exists (select 1 from home_unit u where u.district_code = r.district_code and u.unit_code = r.properties ->> 'unit_code')
        or exists (select 1 from import_row e
                    where e.district_code = r.district_code and e.import_id = r.import_id and e.number < r.number
                      and e.properties ->> 'unit_code' = r.properties ->> 'unit_code'))
 order by r.number
