-- A response code of the newest dictionary, and whether it closes the request.
select code, (properties->>'closes')::boolean as "closes!" from dictionary_entry
 where dictionary = 'utility_response' and code = :code
 order by version collate "C" desc limit 1
