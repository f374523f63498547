-- The link of a citizen's report: its hash, never the link.
insert into citizen_report (district_code, id, tracking_hash, created_at) values (:district_code, :id, :tracking_hash, :now::timestamptz)
