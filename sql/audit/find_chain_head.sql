-- The head of a chain: how many entries there are, and the last hash.
select seq, hash from chain_head where district_code = :district_code and stream = :stream
