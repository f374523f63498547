-- The clocks of one subject are found by the subject first: there are thousands of a kind and few of a subject, which a planner that knows
-- nothing of the table cannot guess.
drop index clock_subject;
create index clock_subject on clock (district_code, subject_id, subject_kind);
