-- These codes of the present dictionary of findings, with the severity of each.
select code, label_zh, label_en, properties->>'severity' as "severity!"
  from dictionary_entry
 where dictionary = 'inspection_finding' and code = any (:codes::text[])
   and version = (select max(version) from dictionary_entry where dictionary = 'inspection_finding')
