-- Papers that the authority issues by a move of the lifecycle: receipts, notices, permits, decisions. The bytes are an attachment of the dig;
-- this is which paper it is, under which number, by which move. content is frozen with the move, so that the same paper can be drawn again.

create type document_kind as enum ('acceptance_receipt', 'supplement_notice', 'not_accepted_notice', 'special_procedure_notice', 'permit', 'refusal', 'stop_notice');

create table issued_document (
  district_code   int not null,
  id              uuid not null,
  project_id      uuid not null,
  permit_id       uuid,
  event_id        uuid not null,
  kind            document_kind not null,
  number          text not null,
  version         int not null default 1,
  content         jsonb not null,
  state           text not null default 'due' check (state in ('due', 'made')),
  reissue_reason  text,
  authority_id    uuid not null,
  promoter_id     uuid not null,
  contractor_id   uuid,
  issued_by       uuid not null,
  issued_at       timestamptz not null,
  attempts        int not null default 0,
  next_at         timestamptz not null,
  last_error      text,
  link            text,
  attachment_id   uuid,
  made_at         timestamptz,
  primary key (district_code, id),
  unique (district_code, event_id, kind, version),
  unique (district_code, number, version),
  check ((state = 'made') = (attachment_id is not null and link is not null and made_at is not null)),
  foreign key (district_code, project_id) references dig_project (district_code, id)
);
create index issued_document_project on issued_document (district_code, project_id, issued_at);
create index issued_document_permit on issued_document (district_code, permit_id);
create index issued_document_due on issued_document (district_code, next_at) where state = 'due';
