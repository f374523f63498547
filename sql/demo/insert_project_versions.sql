-- Folds the demo's digs into their versions: one for each stage that the events led to, one more where a card was raised (yellow, then
-- red). The last one is the present and carries the project's own version. Both times are the same: the demo was known as it happened.
with moved as (
  select e.project_id, e.at, (e.data ->> 'stage')::project_stage as stage,
         lag(e.data ->> 'stage') over (partition by e.project_id order by e.at) as former
    from event e
   where e.district_code = :district_code and e.data ? 'stage'
), settled as (
  select project_id, max(at) as at from moved where stage::text is distinct from former group by project_id
), raised as (
  select p.id as project_id, p.stage, p.card, p.card_owner, c.yellow_on, s.at as last,
         coalesce(c.due_at, (c.due_on + 1)::timestamp at time zone 'Asia/Shanghai') as red_from
    from dig_project p
    join settled s on s.project_id = p.id
    join lateral (
         select clock.yellow_on, clock.due_on, clock.due_at from clock
          where clock.district_code = p.district_code and clock.project_id = p.id and clock.state = 'running' and clock.card = p.card
          order by clock.due_on, clock.id limit 1) c on true
   where p.district_code = :district_code and p.card <> 'none'
), changes as (
  select project_id, at, stage, 'none'::card as card, null::card_owner as card_owner from moved where stage::text is distinct from former
  union all
  select project_id, greatest(yellow_on::timestamp at time zone 'Asia/Shanghai', last + interval '1 second'), stage, 'yellow', card_owner from raised
  union all
  select project_id, greatest(red_from, last + interval '2 seconds'), stage, 'red', card_owner from raised where card = 'red'
), numbered as (
  select project_id, at, stage, card, card_owner, row_number() over w as number, lead(at) over w as until
    from changes
  window w as (partition by project_id order by at)
)
insert into project_version (district_code, project_id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id,
                             planned_from, planned_to, geom, valid_from, valid_to, recorded_from, recorded_to)
select p.district_code, p.id, case when n.until is null then p.version else n.number end, n.stage, n.card, n.card_owner, p.kind, p.name,
       p.promoter_id, p.contractor_id, p.planned_from, p.planned_to, p.geom, n.at, n.until, n.at, n.until
  from numbered n
  join dig_project p on p.district_code = :district_code and p.id = n.project_id
