-- A push or a callback as it came, for order and duplicates. No personal data.
insert into leg_message (district_code, id, leg_id, utility_id, registry_id, direction, kind, key, outcome, at)
values (:district_code, :id, :leg_id, :utility_id, :registry_id, :direction, :kind, :key, :outcome, :now)
