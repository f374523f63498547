import { gdalFormat } from './gdal-format.ts'

export const geopackage = gdalFormat({
  name: 'geopackage',
  driver: 'GPKG',
  // application_id at byte 68: GPKG, or GP10 and GP11 of the first versions.
  recognises: ({ head, extension }) =>
    head.subarray(0, 16).toString('latin1') === 'SQLite format 3\0' &&
    (/^GP(KG|10|11)$/.test(head.subarray(68, 72).toString('latin1')) || extension === '.gpkg'),
  claim: (layer) => layer.crs && { crs: layer.crs, how: 'geopackage', firm: true },
})
