-- The head of a chain that has not begun.
insert into chain_head (district_code, stream) values (:district_code, :stream) on conflict do nothing
