import type { Format } from './format.ts'
import { csv } from './csv.ts'
import { dxf } from './dxf.ts'
import { flatgeobuf } from './flatgeobuf.ts'
import { geojson } from './geojson.ts'
import { geopackage } from './geopackage.ts'
import { haitaton } from './haitaton.ts'
import { kancedingjie } from './kancedingjie.ts'
import { kml } from './kml.ts'
import { shapefile } from './shapefile.ts'
import { streetManager } from './street-manager.ts'

/** Every format, in the order in which a file is tried; text that is nothing else may be a table. */
export const formats: Format[] = [
  geopackage,
  flatgeobuf,
  dxf,
  kml,
  shapefile,
  geojson,
  streetManager,
  haitaton,
  kancedingjie,
  csv,
]
