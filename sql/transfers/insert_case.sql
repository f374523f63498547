-- A new case at acceptance. A second one with the same acceptance number is refused by its unique key.
insert into transfer_case (district_code, id, reference, acceptance_no, unit_id, unit_code, unit_label, admin_code, street_name,
                           registry_id, opened_at, tracking_hash, updated_at)
values (:district_code, :id, :reference, :acceptance_no, :unit_id, :unit_code, :unit_label, :admin_code, :street_name,
        :registry_id, :now, :tracking_hash, :now)
