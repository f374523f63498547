-- Keeps one attempt as evidence. No body, no address.
insert into delivery_attempt (district_code, id, delivery_id, organisation_id, number, at, status, error, duration_ms)
values (:district_code, :id, :delivery_id, :organisation_id, :number, :at, :status, :error, :duration_ms)
