-- When each kind of line near a dig was told of it first: utility requests by kind of line, with the day in Shanghai.
select utility_kind as "kind!", (min(asked_at) at time zone 'Asia/Shanghai')::date as "asked_on!"
  from utility_request
 where district_code = :district_code and project_id = :project_id and utility_kind is not null
 group by utility_kind
