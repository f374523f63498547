-- The digs of a selection added up: how many, how much ground, and by each of their properties, the most frequent first.
with picked as (
  select ''::text as stage, ''::text as kind, ''::text as card, ''::text as card_owner, ''::text as digging, ''::text as promoter_name, ''::text as street_name,
         0::float8 as area_m2, 0::float8 as length_m
)
select g.by as "by!", g.value, count(*)::int as "count!", coalesce(sum(area_m2), 0) as "area_m2!", coalesce(sum(length_m), 0) as "length_m!"
  from picked, lateral (values ('all', null), ('stage', stage), ('kind', kind), ('card', card), ('card_owner', card_owner), ('digging', digging),
                       ('promoter', promoter_name), ('street', street_name)) g (by, value)
 group by g.by, g.value
 order by g.by, count(*) desc, g.value collate "C"
