-- Takes away the papers of decisions that were taken back before anybody was told: they were due, and not printed yet.
delete from issued_document d
 using event e, permit_decision p
 where d.district_code = :district_code and d.permit_id = :permit_id and d.state = 'due'
   and e.district_code = d.district_code and e.id = d.event_id
   and p.district_code = d.district_code and p.permit_id = d.permit_id and p.version = e.subject_version and p.undone_at is not null
