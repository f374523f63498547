-- One move that a paper may follow from, with what the paper says: the event, the dig, its permit (the one that moved, else the one that stands) and who issues it.
-- An authority that moved by silence issues as the deciding one. No row when the event is not of a dig, or its decision was taken back.
select e.id as event_id, e.type, e.at, e.actor_role, e.actor_id, e.data, e.basis_zh,
       p.id as project_id, p.reference as project_reference, p.name as project_name, p.kind as project_kind, p.promoter_id, p.promoter_name,
       p.contractor_id, p.contractor_name, p.street_name, p.planned_from, p.planned_to, p.depth_m, p.area_m2 as "area_m2!", p.length_m as "length_m?",
       st_asgeojson(p.geom, 9, 0)::json as "geometry!", p.authority_id,
       m.id as "permit_id?", m.reference as "permit_reference?", m.valid_from as "valid_from?", m.valid_to as "valid_to?", m.conditions as "conditions?",
       m.submitted_at as "submitted_at?", m.accepted_at as "accepted_at?", m.supplement_items as "supplement_items?",
       coalesce(i.name_zh, a.name_zh, e.organisation_name, '') as "issuer!", coalesce(i.is_demo, a.is_demo, false) as "is_demo!",
       h.held_until as "held_until?"
  from event e
  join dig_project p on p.district_code = e.district_code and p.id = e.project_id
  left join organisation i on i.district_code = e.district_code and i.id = e.organisation_id
  left join organisation a on a.district_code = e.district_code and a.id = p.authority_id
  left join lateral (
       select c.id, c.reference, c.valid_from, c.valid_to, c.conditions, c.submitted_at, c.accepted_at, c.supplement_items from permit c
        where c.district_code = e.district_code and c.project_id = p.id and (c.id = e.subject_id or e.subject_kind <> 'permit')
        order by c.status in ('granted', 'delivered') desc, c.created_at desc
        limit 1) m on true
  left join permit_decision h on h.district_code = e.district_code and h.permit_id = e.subject_id and h.version = e.subject_version
 where e.district_code = :district_code and e.id = :event_id and h.undone_at is null
