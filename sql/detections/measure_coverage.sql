-- How many detected digs there are in a span of days and how many of them are under permit, by number and by square metres. A repeat, a false
-- alarm and what is not matched yet are no digs; a dig counts as under permit when it was matched or found lawful.
select count(*)::int as "detected!", count(*) filter (where is_lawful)::int as "under_permit!",
       count(*) filter (where not is_lawful and settled_at is null)::int as "open!", count(*) filter (where coverage = 'partly_covered')::int as "partly_covered!",
       coalesce(sum(area_m2), 0) as "area_m2!", coalesce(sum(area_m2) filter (where is_lawful), 0) as "under_permit_m2!"
  from (select status in ('auto_matched', 'lawful_matched', 'lawful_retrospective') as is_lawful, settled_at, coverage, area_m2
          from detection
         where district_code = :district_code and status not in ('detected', 'duplicate', 'false_positive')
           and (:from_on::date is null or observed_on >= :from_on::date) and (:to_on::date is null or observed_on <= :to_on::date)) dig
