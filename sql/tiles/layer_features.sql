-- The features of one imported layer in one tile, in tile units, at most 50,000 in the file's order. Who may see the layer is decided before.
select number, properties,
       st_asbinary(st_removerepeatedpoints(st_snaptogrid(st_transscale(
         st_clipbybox2d(geom_3857, st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)),
         -:west::float8, -:north::float8, :scale::float8, -:scale::float8), 1))) as geom
  from layer_feature
 where district_code = :district_code and layer_id = :layer_id
   and geom_3857 && st_makeenvelope(:min_x, :min_y, :max_x, :max_y, 3857)
 order by number
 limit 50000
