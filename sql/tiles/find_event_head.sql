-- How far the events of a district are numbered.
select seq from chain_head where district_code = :district_code and stream = 'event'
