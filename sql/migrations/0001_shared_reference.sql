-- Shared reference tables: slow data that every district reads and no user writes at run time.
-- They carry no district_code (listed as shared for the shard lint) and become reference tables when distributed.
-- Geometry everywhere: EPSG:4490 (CGCS2000) lon,lat, with a stored EPSG:3857 companion for tiles where it is drawn.

create extension if not exists postgis;
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Administrative divisions by code and date; "coded under" is parent_code, "administered by" is administered_by.
create table admin_area (
  code            text not null,
  valid_from      date not null,
  valid_to        date,
  parent_code     text,
  level           text not null check (level in ('province', 'city', 'county', 'street', 'village')),
  name_zh         text not null,
  name_en         text not null,
  administered_by text,
  source          text not null,
  geom            geometry(MultiPolygon, 4490),
  geom_3857       geometry(MultiPolygon, 3857) generated always as (st_transform(geom, 3857)) stored,
  primary key (code, valid_from)
);
create index admin_area_geom on admin_area using gist (geom);
create index admin_area_geom_3857 on admin_area using gist (geom_3857);

-- One published state of the statutory calendar. A later notice that changes a year is a new version.
create table calendar_version (
  version      text not null primary key,
  jurisdiction text not null,
  published_on date not null,
  known_from   date not null,
  known_until  date not null,
  source       text not null
);
create table calendar_day (
  version    text not null references calendar_version (version),
  day        date not null,
  is_working boolean not null,
  name_zh    text,
  name_en    text,
  primary key (version, day)
);

-- Law and limits as data: per jurisdiction, dated, with their source. No day count lives in code.
create table rule (
  jurisdiction text not null,
  key          text not null,
  valid_from   date not null,
  valid_to     date,
  value        jsonb not null,
  unit         text,
  basis_zh     text not null,
  basis_en     text not null,
  source       text not null,
  primary key (jurisdiction, key, valid_from)
);

-- Versioned dictionaries: response codes, reasons, outcomes, checklists.
create table dictionary_entry (
  dictionary text not null,
  code       text not null,
  version    text not null,
  label_zh   text not null,
  label_en   text not null,
  properties jsonb not null default '{}',
  primary key (dictionary, code, version)
);

-- Facts about this installation: DEMO remembered, clock offset, applied data digests.
create table setting (
  key        text not null primary key,
  value      jsonb not null,
  updated_at timestamptz not null
);
