import { gdalFormat } from './gdal-format.ts'

export const flatgeobuf = gdalFormat({
  name: 'flatgeobuf',
  driver: 'FlatGeobuf',
  named_by_file: true,
  recognises: ({ head }) =>
    head.subarray(0, 3).toString('latin1') === 'fgb' && head.subarray(4, 7).toString('latin1') === 'fgb',
  claim: (layer) => layer.crs && { crs: layer.crs, how: 'header', firm: true },
})
