-- A dispatch: to whom, by when, who judges the answer.
insert into petition_round (district_code, petition_id, number, grade, dispatcher_id, unit_id, judge_id, reason, dispatched_at, due_on)
values (:district_code, :petition_id, :number, :grade, :dispatcher_id, :unit_id, :judge_id, :reason, :now::timestamptz, :due_on::date)
