-- Our own small base map: water, green and landmarks, so that the page draws well without any outside map.
create table basemap_feature (
  district_code int not null,
  id            uuid not null,
  theme         text not null check (theme in ('water', 'green', 'landmark', 'airport')),
  name_zh       text,
  name_en       text,
  source        text not null,
  geom          geometry(Geometry, 4490) not null,
  geom_3857     geometry(Geometry, 3857) generated always as (st_transform(geom, 3857)) stored,
  primary key (district_code, id)
);
create index basemap_feature_geom_3857 on basemap_feature using gist (geom_3857);
