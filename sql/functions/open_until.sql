-- The first day on which a road may be dug again by one rule: counted from its hand-over or from its overhaul. Null when that day is not known.
create or replace function open_until(key text, years int, years_by_surface jsonb, surface text, handed_over_on date, overhauled_on date)
returns date language sql immutable parallel safe as $$
  select (case key when 'moratorium.new_road' then handed_over_on else overhauled_on end
          + make_interval(years => coalesce((years_by_surface->>surface)::int, years)))::date
$$;
