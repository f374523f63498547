-- Whether a code is a kind of request in the present version of the dictionary. No row: it is not.
select code from dictionary_entry
 where dictionary = 'petition_kind' and code = :code and version = (select max(version) from dictionary_entry where dictionary = 'petition_kind')
