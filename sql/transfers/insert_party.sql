-- A buyer or a seller, sealed; only the masked name can be read without the keys.
insert into transfer_party (district_code, id, case_id, registry_id, side, number, id_type, name_sealed, id_no_sealed, id_no_hmac, phone_sealed, name_masked, created_at)
values (:district_code, :id, :case_id, :registry_id, :side, :number, :id_type, :name_sealed, :id_no_sealed, :id_no_hmac, :phone_sealed, :name_masked, :now)
