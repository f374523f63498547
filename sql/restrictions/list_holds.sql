-- Holds as the caller may see them, those that stand first, the latest placed first; of one promoter when asked.
select h.district_code, h.id, h.promoter_id, o.name_zh as promoter_zh, o.name_en as promoter_en, h.reason, h.article, h.basis_zh, h.basis_en,
       h.is_blocking, h.sampling_factor, h.placed_at, h.lifted_at, h.lift_reason, h.version
  from hold h
  join organisation o on o.district_code = h.district_code and o.id = h.promoter_id
 where h.district_code = :district_code and (:promoter_id::uuid is null or h.promoter_id = :promoter_id::uuid)
   and (:with_past::boolean or h.lifted_at is null)
 order by h.lifted_at is not null, h.placed_at desc, h.id
 limit 200
