-- A new person of an organisation. A login taken already is a unique violation (accounts/login-taken).
insert into person (district_code, id, organisation_id, login, name_zh, name_en, role, locale, password_hash, phone_sealed, is_demo, created_at)
values (:district_code, :id, :organisation_id, :login, :name_zh, :name_en, :role, :locale, :password_hash, :phone_sealed, :is_demo, :created_at)
