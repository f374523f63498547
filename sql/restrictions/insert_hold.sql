-- Places a hold on a promoter. Row security: the authority, for its own district.
insert into hold (district_code, id, promoter_id, organisation_id, reason, article, basis_zh, basis_en, is_blocking, sampling_factor, placed_at)
values (:district_code, :id, :promoter_id, :organisation_id, :reason, :article, :basis_zh, :basis_en, :is_blocking, :sampling_factor, :now)
