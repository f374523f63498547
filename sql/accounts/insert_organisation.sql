-- A new organisation in its home district.
insert into organisation (district_code, id, kind, name_zh, name_en, credit_code, utility_kind, is_demo, created_at)
values (:district_code, :id, :kind, :name_zh, :name_en, :credit_code, :utility_kind, :is_demo, :created_at)
