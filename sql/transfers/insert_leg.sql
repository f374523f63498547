-- One leg of a case: addressed to the utility of the route, or opted out and addressed to nobody.
insert into transfer_leg (district_code, id, case_id, case_reference, unit_label, admin_code, street_name, kind, utility_id, registry_id,
                          status, account_sealed, account_hmac, account_masked, updated_at)
values (:district_code, :id, :case_id, :case_reference, :unit_label, :admin_code, :street_name, :kind, :utility_id, :registry_id,
        :status::leg_status, :account_sealed, :account_hmac, :account_masked, :now)
