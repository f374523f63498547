-- The permit that a granted change moved.
select permit_id from change_request where district_code = :district_code and id = :change_id
