-- Restrictions on digging besides the no-dig years of a road (those follow from road_segment and the dated rules):
-- periods in which no works may start, and promoters whose matters are held.

-- 停工期. period is what is in force: to_on is its last day, ended_on the day on which it was lifted early. geom null = the whole district.
create table blackout (
  district_code     int not null,
  id                uuid not null,
  name_zh           text not null,
  name_en           text not null,
  reason            text not null check (reason in ('exam', 'festival', 'air_quality', 'flood', 'event', 'other')),
  basis             text not null,
  note              text,
  kinds             text[] not null check (cardinality(kinds) > 0 and kinds <@ array['road_excavation', 'building_works', 'pipeline_works', 'emergency_repair']),
  exempts_emergency boolean not null default true,
  from_on           date not null,
  to_on             date not null,
  ended_on          date,
  end_reason        text,
  period            daterange generated always as (daterange(from_on, greatest(from_on, least(coalesce(ended_on, to_on + 1), to_on + 1)))) stored,
  geom              geometry(MultiPolygon, 4490),
  organisation_id   uuid not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  version           int not null default 1,
  primary key (district_code, id),
  check (to_on >= from_on)
);
create index blackout_period on blackout using gist (period);
create index blackout_geom on blackout using gist (geom);

-- 暂缓办理. Blocking only by an article that says so (article is the key of a rule); otherwise a warning and more sampling.
create table hold (
  district_code   int not null,
  id              uuid not null,
  promoter_id     uuid not null,
  organisation_id uuid not null,
  reason          text not null,
  article         text,
  basis_zh        text not null,
  basis_en        text not null,
  is_blocking     boolean not null,
  sampling_factor double precision not null,
  placed_at       timestamptz not null,
  lifted_at       timestamptz,
  lift_reason     text,
  version         int not null default 1,
  primary key (district_code, id),
  check (article is not null or not is_blocking)
);
create index hold_promoter on hold (district_code, promoter_id) where lifted_at is null;

-- The roads whose no-dig years a permit breaks, by name, rule and day, as the county government's approval let it.
alter table permit add column moratorium_exception jsonb;

-- 动土体检 asks the base map for waters, green and airports by place.
create index basemap_feature_geom on basemap_feature using gist (geom);
