-- Counts a failure, and locks the login after too many; a success forgets them.
update person
   set failed_sign_ins = case when :is_right::boolean then 0 else failed_sign_ins + 1 end,
       locked_until = case when not :is_right::boolean and failed_sign_ins + 1 >= :most::int then :locked_until::timestamptz else null end
 where district_code = :district_code and login = :login
