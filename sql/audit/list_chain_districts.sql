-- Every district that has a chain, or entries that say so, in order: a chain whose head was removed is found too.
select district_code as "district_code!" from chain_head
union
select district_code from event where seq is not null
union
select district_code from audit where seq is not null
 order by 1
