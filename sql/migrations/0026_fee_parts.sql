-- A fee that is paid in or waived stays as it is; what a change or a renewal makes due besides is a further part of its own.
alter table permit_fee add column part integer default 1 not null;
alter table permit_fee add column charged_before numeric(14, 2) default 0 not null;
alter table permit_fee drop constraint permit_fee_district_code_permit_id_key;
alter table permit_fee add constraint permit_fee_district_code_permit_id_part_key unique (district_code, permit_id, part);
