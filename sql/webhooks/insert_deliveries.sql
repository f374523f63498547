-- Queues deliveries; one that exists already (same subscription, same event) stays as it is.
insert into delivery (district_code, id, subscription_id, subscription_district_code, organisation_id, event_id, subject_id,
                      subject_version, next_at, created_at)
select :district_code, r.id, r.subscription_id, r.subscription_district_code, r.organisation_id, r.event_id, r.subject_id,
       r.subject_version, :at, :at
  from jsonb_to_recordset(:rows::jsonb) as r(id uuid, subscription_id uuid, subscription_district_code int, organisation_id uuid,
                                              event_id uuid, subject_id uuid, subject_version int)
on conflict (district_code, subscription_id, event_id) do nothing
returning id
