-- One paper as the caller may see it (row security decides), with its bytes' place when it is made, and whether a later version replaced it.
select d.district_code, d.id, d.project_id, d.permit_id, d.event_id, d.kind, d.number, d.version, d.state, d.content, d.link, d.authority_id, d.issued_at, d.made_at,
       a.name as "name?", a.media_type as "media_type?", a.size_bytes as "size_bytes?", a.sha256 as "sha256?", a.store_key as "store_key?",
       exists (select 1 from issued_document n where n.district_code = d.district_code and n.event_id = d.event_id and n.kind = d.kind
                  and n.version > d.version) as "is_replaced!"
  from issued_document d
  left join attachment a on a.district_code = d.district_code and a.id = d.attachment_id
 where d.district_code = :district_code and d.id = :id
