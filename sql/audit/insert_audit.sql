-- Appends one audit row, unnumbered; the sequencer numbers it after the commit.
insert into audit (district_code, id, at, recorded_at, actor_id, actor_name, actor_role, organisation_id, action,
                   subject_kind, subject_id, request_id, reason, detail)
values (:district_code, :id, :at, :recorded_at, :actor_id, :actor_name, :actor_role, :organisation_id, :action,
        :subject_kind, :subject_id, :request_id, :reason, :detail)
