import type { ReadOptions } from '../../server/ingest/options.ts'

/** Where the first vertex of a row lies: its raw coordinates as they stand in the file, and the system they are in. */
export interface Place {
  row: number
  raw: [number, number]
  /** proj4's words for the system, written from EPSG by hand; 'lonlat' where the file's numbers are degrees. */
  proj: string
}
export interface RealFile {
  file: string
  options?: ReadOptions
  format: string
  crs: string
  reads: number
  refuses: number
  place: Place
  property?: [row: number, name: string, value: unknown]
}
export interface RefusedFile {
  file: string
  options?: ReadOptions
  code: string
  why: string
}

const zone35 = '+proj=tmerc +lat_0=0 +lon_0=105 +k=1 +x_0=35500000 +y_0=0 +ellps=GRS80 +units=m +no_defs'
const cm105 = '+proj=tmerc +lat_0=0 +lon_0=105 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs'
const gk25fin = '+proj=tmerc +lat_0=0 +lon_0=25 +k=1 +x_0=25500000 +y_0=0 +ellps=GRS80 +units=m +no_defs'
const britishGrid =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m'
const germanZone3 =
  '+proj=tmerc +lat_0=0 +lon_0=9 +k=1 +x_0=3500000 +y_0=0 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m'
const oregonNorthFeet =
  '+proj=lcc +lat_0=43.6666666666667 +lon_0=-120.5 +lat_1=46 +lat_2=44.3333333333333 +x_0=2500000.0001424 +y_0=0 +ellps=GRS80 +units=ft'

/** The files that are read. The raw coordinates were taken out of them with a hex viewer, sqlite or a text editor. */
export const realFiles: RealFile[] = [
  {
    file: 'derived_roads_cgcs2000_z35_gbk_nocpg.zip',
    format: 'shapefile',
    crs: 'EPSG:4523',
    reads: 300,
    refuses: 0,
    place: { row: 100, raw: [35409163.702005126, 3390040.1714457213], proj: zone35 },
    property: [1, '道路名称', '棕南正街'],
  },
  {
    file: 'derived_roads_cgcs2000_cm105_gbk_nocpg.zip',
    format: 'shapefile',
    crs: 'EPSG:4544',
    reads: 100,
    refuses: 0,
    place: { row: 100, raw: [409163.70200512325, 3390040.1714457213], proj: cm105 },
    property: [1, '道路名称', '棕南正街'],
  },
  {
    file: 'derived_roads_z35.dxf',
    options: { crs: 'EPSG:4523' },
    format: 'dxf',
    crs: 'EPSG:4523',
    reads: 80,
    refuses: 0,
    place: { row: 1, raw: [35411028.0747267008, 3389771.08133459], proj: zone35 },
    property: [1, 'Layer', 'ROAD'],
  },
  {
    file: 'derived_roads.kml',
    format: 'kml',
    crs: 'EPSG:4326',
    reads: 60,
    refuses: 0,
    place: { row: 1, raw: [104.0720292, 30.625041], proj: 'lonlat' },
  },
  {
    file: 'derived_roads_cm105.fgb',
    format: 'flatgeobuf',
    crs: 'EPSG:4544',
    reads: 50,
    refuses: 0,
    place: { row: 1, raw: [411028.074726674, 3389771.081334586], proj: cm105 },
    property: [1, '道路名称', '棕南正街'],
  },
  {
    file: 'ms_Albania.kmz',
    format: 'kml',
    crs: 'EPSG:4326',
    reads: 63,
    refuses: 0,
    place: { row: 1, raw: [20.25000000000006, 42.05000000000007], proj: 'lonlat' },
  },
  {
    file: 'ms_mixed_crs.gpkg',
    options: { layer: 'oregon_2269' },
    format: 'geopackage',
    crs: 'EPSG:2269',
    reads: 1,
    refuses: 0,
    place: { row: 1, raw: [7315820.916901138, 966572.3166282047], proj: oregonNorthFeet },
    property: [1, 'NAME', 'Oregon'],
  },
  {
    file: 'ms_mixed_crs.gpkg',
    options: { layer: 'oregon_4326' },
    format: 'geopackage',
    crs: 'EPSG:4326',
    reads: 1,
    refuses: 0,
    place: { row: 1, raw: [-124.00489999999996, 46.26499000000007], proj: 'lonlat' },
  },
  {
    file: 'ms_null_crs_gdal.gpkg',
    options: { crs: 'EPSG:4326' },
    format: 'geopackage',
    crs: 'EPSG:4326',
    reads: 1,
    refuses: 0,
    place: { row: 1, raw: [-124.0049, 46.26499], proj: 'lonlat' },
  },
  {
    file: 'synthetic_kancedingjie_z35_gbk.txt',
    format: 'kancedingjie',
    crs: 'EPSG:4523',
    reads: 3,
    refuses: 0,
    place: { row: 2, raw: [35402676.579, 3374155.916], proj: zone35 },
    property: [2, 'plot_name', '测试地块2'],
  },
  {
    file: 'chengdu_wuhou_roads_osm.geojson',
    format: 'geojson',
    crs: 'EPSG:4326',
    reads: 852,
    refuses: 0,
    place: { row: 852, raw: [104.0633142, 30.6497316], proj: 'lonlat' },
  },
  {
    file: 'schutterwald_gas_pipes.geojson',
    format: 'geojson',
    crs: 'EPSG:4326',
    reads: 2559,
    refuses: 0,
    place: { row: 2559, raw: [7.8814957, 48.4564815], proj: 'lonlat' },
    property: [1, 'medium', 'gas'],
  },
  {
    file: 'schutterwald_gas_houses.geojson',
    format: 'geojson',
    crs: 'EPSG:4326',
    reads: 1506,
    refuses: 0,
    place: { row: 1506, raw: [7.8817217, 48.4570135], proj: 'lonlat' },
  },
  {
    file: 'schutterwald_junctions_epsg31467.csv',
    options: { crs: 'EPSG:31467', geometry: { x: 'x', y: 'y' } },
    format: 'csv',
    crs: 'EPSG:31467',
    reads: 2559,
    refuses: 0,
    place: { row: 2559, raw: [3417364.265, 5369408.443], proj: germanZone3 },
    property: [1, 'name', 'K1030'],
  },
  {
    file: 'helsinki_clash_layers_wgs84.geojson',
    format: 'geojson',
    crs: 'EPSG:4326',
    reads: 64,
    refuses: 0,
    place: { row: 64, raw: [24.93997304, 60.17033428], proj: 'lonlat' },
  },
  {
    file: 'helsinki_clash_layers_epsg3879.geojson',
    format: 'geojson',
    crs: 'EPSG:3879',
    reads: 64,
    refuses: 0,
    place: { row: 64, raw: [25496667.729, 6673051.911], proj: gk25fin },
  },
  {
    file: 'helsinki_dig_kaivokatu_epsg3879.json',
    format: 'haitaton',
    crs: 'EPSG:3879',
    reads: 1,
    refuses: 0,
    place: { row: 1, raw: [2.549669725e7, 6673078.21], proj: gk25fin },
    property: [1, 'createdAt', '2021-03-19T11:26:26.422611Z'],
  },
  {
    file: 'helsinki_hankealueet.json',
    format: 'haitaton',
    crs: 'EPSG:3879',
    reads: 4,
    refuses: 0,
    place: { row: 1, raw: [25496824.139549617, 6672755.6806356], proj: gk25fin },
    property: [1, 'nimi', 'Hankealue 3'],
  },
  {
    file: 'helsinki_many_hankealue.json',
    format: 'haitaton',
    crs: 'EPSG:3879',
    reads: 10,
    refuses: 0,
    place: { row: 2, raw: [25496867, 6672804], proj: gk25fin },
    property: [2, 'name', 'Hankealue 3'],
  },
  {
    file: 'street_manager_permit_work_start.json',
    format: 'street_manager',
    crs: 'EPSG:27700',
    reads: 1,
    refuses: 0,
    place: { row: 1, raw: [501251.53, 222574.64], proj: britishGrid },
    property: [1, 'permit_reference_number', 'TSR1591199404915-01'],
  },
  {
    file: 'street_manager_sns_notification_envelope.json',
    format: 'street_manager',
    crs: 'EPSG:27700',
    reads: 1,
    refuses: 0,
    place: { row: 1, raw: [527155.3328125, 182227.946386719], proj: britishGrid },
    property: [1, 'street_name', 'CHURCH STREET'],
  },
]

/** The files that are refused, each for the reason that is right for it. */
export const refusedFiles: RefusedFile[] = [
  {
    file: 'derived_roads_z35.dxf',
    code: 'imports/crs-unknown',
    why: 'DXF has no place for a coordinate system; the zone in its eastings is a suggestion',
  },
  {
    file: 'derived_roads_z35.dxf',
    options: { crs: 'EPSG:4544' },
    code: 'imports/crs-mismatch',
    why: 'the eastings carry the zone 35, which EPSG:4544 does not write',
  },
  {
    file: 'derived_roads_z35.dxf',
    options: { crs: 'GCJ-02' },
    code: 'imports/crs-mismatch',
    why: 'GCJ-02 is in degrees, these are metres',
  },
  {
    file: 'derived_roads_cgcs2000_z35_gbk_nocpg.zip',
    options: { crs: 'EPSG:4544' },
    code: 'imports/crs-conflict',
    why: 'its .prj says zone 35 (EPSG:4523)',
  },
  {
    file: 'derived_roads.kml',
    options: { crs: 'EPSG:4523' },
    code: 'imports/crs-mismatch',
    why: 'degrees read as metres of zone 35 lie in the Atlantic',
  },
  {
    file: 'derived_roads_cgcs2000_cm105_gbk_nocpg.zip',
    options: { encoding: 'utf-8' },
    code: 'imports/encoding-wrong',
    why: 'the table is in GBK',
  },
  { file: 'ms_big5.dbf', code: 'imports/no-geometry', why: 'a table without its .shp' },
  { file: 'ms_gbk.dbf', code: 'imports/no-geometry', why: 'a table without its .shp' },
  { file: 'ms_gb2312.dbf', code: 'imports/no-geometry', why: 'a table without its .shp' },
  { file: 'ms_utf8.dbf', code: 'imports/no-geometry', why: 'a table without its .shp' },
  { file: 'ms_cpg_big5.shp', code: 'imports/incomplete-shapefile', why: 'one file of the four a Shapefile is made of' },
  {
    file: 'ms_ldid_chinese.shp',
    code: 'imports/incomplete-shapefile',
    why: 'one file of the four a Shapefile is made of',
  },
  { file: 'ms_cpg_big5.cpg', code: 'imports/not-a-geofile', why: 'five letters' },
  {
    file: 'ms_ldid_chinese.prj',
    code: 'imports/not-a-geofile',
    why: 'the description of a coordinate system without anything in it',
  },
  { file: 'ms_null_crs_gdal.gpkg', code: 'imports/crs-unknown', why: 'its layer has the undefined system (-1)' },
  { file: 'ms_mixed_crs.gpkg', code: 'imports/several-layers', why: 'two layers, in two systems' },
  { file: 'ms_mixed_crs.gpkg', options: { layer: 'ohio' }, code: 'imports/layer-unknown', why: 'no such layer' },
  { file: 'ms_zip-in-zip.zip', code: 'imports/zip-nested', why: 'archives in archives are how bombs are built' },
  {
    file: 'schutterwald_junctions_epsg31467.csv',
    code: 'imports/crs-unknown',
    why: 'a table of x and y says nothing of where',
  },
  {
    file: 'schutterwald_junctions_epsg31467.csv',
    options: { crs: 'EPSG:31467', geometry: { x: 'y', y: 'x' } },
    code: 'imports/crs-mismatch',
    why: 'swapped, they lie outside Germany',
  },
  {
    file: 'schutterwald_junctions_epsg31467.csv',
    options: { crs: 'EPSG:31467', geometry: { x: 'east', y: 'north' } },
    code: 'imports/geometry-columns-unknown',
    why: 'no such columns',
  },
  {
    file: 'street_manager_activity_created.INVALID.json',
    code: 'imports/corrupt',
    why: 'a comma is missing after collaborative_working',
  },
  {
    file: 'street_manager_sns_subscription_confirmation.json',
    code: 'imports/no-features',
    why: 'a confirmation to click, not a message about works',
  },
]
