-- The next number of transfers in a year; taken with the transaction that uses it, so a rollback gives it back.
insert into reference_counter (district_code, series, year, last_number)
values (:district_code, 'UT', :year, 1)
on conflict (district_code, series, year) do update set last_number = reference_counter.last_number + 1
returning last_number
