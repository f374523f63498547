-- The event has been handed on: reactions and deliveries are written in this same transaction.
update outbox set done_at = :wall where district_code = :district_code and event_id = :event_id
