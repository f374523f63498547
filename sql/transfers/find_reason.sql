-- A reason of the versioned dictionary by its code.
select code from dictionary_entry where dictionary = 'rejection_reason' and code = :code limit 1
