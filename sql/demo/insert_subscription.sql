-- A simulated utility's subscription to everything that concerns it.
insert into subscription (district_code, id, organisation_id, role, url, types, secret_sealed, created_by, created_at)
values (:district_code, :id, :organisation_id, 'utility', :url, array['cn.dongtu.*'], :secret_sealed, :created_by, :created_at)
