-- Removes who bought and who sold from one sale. Returns how many people that were.
with gone as (
  delete from transfer_party where district_code = :district_code and case_id = :case_id returning id
)
select count(*)::int as "count!" from gone
