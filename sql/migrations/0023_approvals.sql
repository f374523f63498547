-- Building works run the four stages of the project approval reform (工程建设项目审批制度改革): each stage asks every item of its list at once (并联审批),
-- and the works are accepted jointly (联合验收). What a stage holds is the rule `approval.stages`; here is where each item of a dig stands.

create type approval_status as enum ('draft', 'asked', 'approved', 'refused', 'dropped');

-- authority_id is who is asked. document_no: the number of the paper by which it was approved (文号).
create table approval_item (
  district_code int not null,
  id            uuid not null,
  project_id    uuid not null,
  stage         text not null,
  item          text not null,
  status        approval_status not null,
  authority_id  uuid not null,
  promoter_id   uuid not null,
  contractor_id uuid,
  document_no   text,
  reason        text,
  asked_at      timestamptz not null,
  answered_at   timestamptz,
  version       int not null default 1,
  updated_at    timestamptz not null,
  primary key (district_code, id),
  unique (district_code, project_id, item),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);

alter table responsibility drop constraint responsibility_duty_check;
alter table responsibility add constraint responsibility_duty_check
  check (duty in ('authority', 'supervision', 'town', 'traffic', 'registry', 'planning', 'landscaping', 'water', 'development', 'fire', 'civil_defence', 'archives'));
