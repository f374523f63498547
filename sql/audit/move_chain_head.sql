-- The chain has grown to this number and hash.
update chain_head set seq = :seq, hash = :hash where district_code = :district_code and stream = :stream
