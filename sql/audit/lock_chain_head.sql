-- The head of a chain, locked: one sequencer at a time.
select seq, hash from chain_head where district_code = :district_code and stream = :stream for update
