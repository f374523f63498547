import { gdalFormat } from './gdal-format.ts'
import { textEncoded } from './text-encoded.ts'

/** KML is WGS 84 by definition; Chinese map apps write GCJ-02 into it all the same, which only a declaration can tell. */
export const kml = gdalFormat({
  name: 'kml',
  driver: 'KML',
  recognises: ({ head }) => /<kml[\s>]/.test(head.toString('latin1')),
  claim: (layer) => layer.crs && { crs: layer.crs, how: 'format', firm: false },
  prepare: textEncoded,
})
