-- A request by its link, with the hash to compare: where it stands, or where the one stands that it was linked to. No person.
select p.district_code, p.id, p.reference, p.kind_code, p.submitted_at, r.tracking_hash, r.created_at, p.organisation_id, t.id as "shown_id!", t.status as "status!", t.grade as "grade?",
       t.version as "version!", t.updated_at as "updated_at!", p.is_own as "is_own!", t.said as "said?", t.reference as "shown_reference!", g.name as "dig_name?", g.name_en as "dig_name_en?", p.unit_id
  from (select district_code, id, reference, kind_code, submitted_at, project_id, unit_id, authority_id as organisation_id, duplicate_of_id is null as is_own,
               coalesce(duplicate_of_id, id) as shown_id from petition) p
  join petition t on t.district_code = p.district_code and t.id = p.shown_id
  join petitioner r on r.district_code = p.district_code and r.petition_id = p.id
  left join dig_project g on g.district_code = p.district_code and g.id = p.project_id and g.is_public
 where p.district_code = :district_code and p.id = :id
