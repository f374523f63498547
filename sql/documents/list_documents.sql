-- The papers of one dig (of one of its permits, when that is asked) that the caller may see, newest first, later versions before earlier ones.
select d.district_code, d.id, d.project_id, d.permit_id, d.kind, d.number, d.version, d.state, d.issued_at, d.made_at, d.reissue_reason,
       d.attachment_id as "attachment_id?", a.name as "name?", a.size_bytes as "size_bytes?", a.sha256 as "sha256?", d.content->>'title' as "title!",
       exists (select 1 from issued_document n where n.district_code = d.district_code and n.event_id = d.event_id and n.kind = d.kind
                  and n.version > d.version) as "is_replaced!"
  from issued_document d
  left join attachment a on a.district_code = d.district_code and a.id = d.attachment_id
 where d.district_code = :district_code and d.project_id = :project_id and (:permit_id::uuid is null or d.permit_id = :permit_id::uuid)
 order by d.issued_at desc, d.number, d.version desc limit 200
