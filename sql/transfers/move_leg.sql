-- Moves a leg only if it is still where the mover saw it; no row back means someone else was first. Reason, next_at and finished_at
-- are those of the new status; the rest stays unless given.
update transfer_leg
   set status = :to::leg_status, version = version + 1, updated_at = :now,
       reason_code = :reason_code, reason_detail = :reason_detail, arrears_yuan = :arrears_yuan,
       next_at = :next_at, finished_at = :finished_at,
       utility_id = coalesce(:utility_id, utility_id), push_key = coalesce(:push_key, push_key), utility_ack = coalesce(:utility_ack, utility_ack),
       attempts = coalesce(:attempts, attempts), pushed_at = coalesce(:pushed_at, pushed_at), acknowledged_at = coalesce(acknowledged_at, :acknowledged_at)
 where district_code = :district_code and id = :id and status = :from::leg_status and version = :version
returning district_code, id, case_id, case_reference, unit_label, admin_code, street_name, kind, utility_id, registry_id, status,
       account_masked, reason_code, reason_detail, arrears_yuan, push_key, utility_ack, attempts, next_at, pushed_at, acknowledged_at, finished_at, version, updated_at
