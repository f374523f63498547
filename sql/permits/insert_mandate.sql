-- A mandate as its firm gave it.
insert into mandate (district_code, id, promoter_id, promoter_name, authority_id, text, valid_to, given_by, given_name, given_at, updated_at)
values (:district_code, :id, :promoter_id, :promoter_name, :authority_id, :text, :valid_to::date, :given_by, :given_name, :now, :now)
