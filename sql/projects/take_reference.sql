-- The next number of a series in a year; taken with the transaction that uses it, so a rollback gives it back. May take a block.
insert into reference_counter (district_code, series, year, last_number)
values (:district_code, :series, :year, :count::int)
on conflict (district_code, series, year) do update set last_number = reference_counter.last_number + excluded.last_number
returning last_number
