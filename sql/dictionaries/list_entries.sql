-- The entries of the present version of a dictionary, in the order of their codes; none when there is no such dictionary.
select version, code, label_zh, label_en, properties
  from dictionary_entry
 where dictionary = :dictionary and version = (select max(version) from dictionary_entry where dictionary = :dictionary)
 order by code collate "C"
