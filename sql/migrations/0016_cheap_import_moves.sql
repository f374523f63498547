-- A large import is moved in one transaction, and on the embedded database everybody waits for it. So what costs time is done batch by batch while
-- the file is read: staged rows carry their id, the companion for tiles, their length, and what a look at the map found for them.
-- A move that stopped half-way begins anew, so nothing staged is kept over the upgrade.
delete from import_row;
alter table import_row
  add column id        uuid not null,
  add column geom_3857 geometry(Geometry, 3857) not null,
  add column length_m  double precision not null,
  add column place     jsonb;
alter table import_row alter column geom set not null;
create index import_row_unit_code on import_row (district_code, import_id, (properties ->> 'unit_code'))
 where (properties ->> 'unit_code') is not null;

-- The writers of these three give the companion and the length: a stored expression would be evaluated again in the move (half of its time).
alter table network_segment alter column geom_3857 drop expression, alter column length_m drop expression;
alter table network_segment alter column geom_3857 set not null, alter column length_m set not null;
alter table road_segment alter column geom_3857 drop expression, alter column length_m drop expression;
alter table road_segment alter column geom_3857 set not null, alter column length_m set not null;
alter table layer_feature alter column geom_3857 drop expression;
alter table layer_feature alter column geom_3857 set not null;
