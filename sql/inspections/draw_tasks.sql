-- Draws a month's sample once (随机抽查): a share of the digs that are permitted, under way or under guarantee, most of it by risk, a stated part wholly at random.
-- The draw can be counted again: its numbers are digests of the dig, the month and the way of drawing; by risk the least of -ln(u)/weight come first. Every row back is a new task.
with dig as (
  select p.district_code, p.id, p.geom,
         (case when p.card = 'red' then :red_card_weight::float8 else 1 end)
         * (case when exists (select 1 from rectification r where r.district_code = p.district_code and r.project_id = p.id and r.status not in ('cleared', 'withdrawn'))
                 then :open_rectification_weight::float8 else 1 end)
         * (case when exists (select 1 from inspection i where i.district_code = p.district_code and i.project_id = p.id and i.withdrawn_at is null
                                 and i.outcome in ('failed_low', 'failed_high'))
                 then :failed_before_weight::float8 else 1 end)
         * coalesce((select max(h.sampling_factor) from hold h where h.district_code = p.district_code and h.promoter_id = p.promoter_id and h.lifted_at is null), 1) as weight,
         ((('x' || substr(md5(p.id || :month || 'risk'), 1, 8))::bit(32)::bigint) + 0.5) / 4294967296 as by_risk,
         ((('x' || substr(md5(p.id || :month || 'random'), 1, 8))::bit(32)::bigint) + 0.5) / 4294967296 as at_random
    from dig_project p
   where p.district_code = :district_code and p.stage in ('permitted', 'in_progress', 'suspended', 'completed', 'passed', 'guarantee')
     and not exists (select 1 from inspection_task t where t.district_code = :district_code and t.due_on = :month_end::date and t.reason in ('sampled_by_risk', 'sampled_at_random'))
), size as (
  select ceil(count(*) * :share::float8)::int as total, round(ceil(count(*) * :share::float8) * :random_share::float8)::int as at_random from dig
), risky as (
  select d.district_code, d.id, d.geom, d.weight, 'sampled_by_risk' as reason from dig d order by -ln(d.by_risk) / d.weight, d.id limit (select total - at_random from size)
), random as (
  select d.district_code, d.id, d.geom, d.weight, 'sampled_at_random' as reason from dig d where d.id not in (select id from risky) order by d.at_random, d.id limit (select at_random from size)
)
insert into inspection_task (district_code, id, project_id, reason, risk, planned_at, due_on, unit_id)
select d.district_code, gen_random_uuid(), d.id, d.reason, d.weight, :now::timestamptz, :month_end::date, u.id
  from (select district_code, id, geom, weight, reason from risky union all select district_code, id, geom, weight, reason from random) d
 cross join lateral (select unit_with_duty(d.district_code, d.geom, 'supervision', 'inspection', :today::date) as id) u
 where u.id is not null
on conflict do nothing
returning reason
