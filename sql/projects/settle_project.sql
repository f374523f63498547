-- Stores the derived columns when they changed: the project, its sites' copies, and its version row with both times.
-- No row back: nothing changed.
with settled as (
  update dig_project
     set stage = :stage::project_stage, card = :card::card, card_owner = :card_owner::card_owner, begun_on = :begun_on::date, ended_on = :ended_on::date,
         version = version + 1, updated_at = :now
   where district_code = :district_code and id = :id
     and (stage, card, card_owner, begun_on, ended_on)
         is distinct from (:stage::project_stage, :card::card, :card_owner::card_owner, :begun_on::date, :ended_on::date)
  returning district_code, id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id, planned_from, planned_to, geom
), sites as (
  update site s set stage = p.stage, card = p.card
    from settled p
   where s.district_code = :district_code and s.district_code = p.district_code and s.project_id = p.id
     and (s.stage, s.card) is distinct from (p.stage, p.card)
), closed as (
  update project_version v set valid_to = :now, recorded_to = :recorded_at
    from settled p
   where v.district_code = :district_code and v.district_code = p.district_code and v.project_id = p.id and v.recorded_to is null
), opened as (
  insert into project_version (district_code, project_id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id,
                               planned_from, planned_to, geom, valid_from, recorded_from)
  select district_code, id, version, stage, card, card_owner, kind, name, promoter_id, contractor_id, planned_from, planned_to, geom, :now, :recorded_at
    from settled
)
select version, stage from settled
