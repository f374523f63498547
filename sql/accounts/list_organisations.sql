-- The organisations of a district, in the order they came, with how many of their people the caller may see.
select o.district_code, o.id, o.kind, o.name_zh, o.name_en, o.credit_code, o.utility_kind, o.is_demo,
       (select count(*)::int from person p
         where p.district_code = o.district_code and p.organisation_id = o.id and p.disabled_at is null) as "people!"
  from organisation o
 where o.district_code = :district_code order by o.created_at, o.id limit 1000
