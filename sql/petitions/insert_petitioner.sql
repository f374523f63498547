-- The petitioner's link (its hash, never the link) and what was given to be reached by, sealed.
insert into petitioner (district_code, petition_id, tracking_hash, name_sealed, phone_sealed, created_at)
values (:district_code, :petition_id, :tracking_hash, :name_sealed, :phone_sealed, :now::timestamptz)
