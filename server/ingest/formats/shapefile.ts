import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dbfEncoding } from '../dbf.ts'
import { gdalEncoding } from '../encoding.ts'
import { IngestError } from '../failure.ts'
import type { Source } from '../source.ts'
import { gdalFormat, type Prepared } from './gdal-format.ts'

/** A Shapefile out of a zip: `path` is its .shp, its companions lie beside it under the same stem. */
export const shapefile = gdalFormat({
  name: 'shapefile',
  driver: 'ESRI Shapefile',
  named_by_file: true,
  recognises: () => false,
  claim: (layer) => layer.crs && { crs: layer.crs, how: 'prj', firm: true },
  prepare: (source, { options }) => settleEncoding(source, options.encoding),
})

async function settleEncoding(source: Source, declared: string | undefined): Promise<Prepared> {
  const beside = (extension: string) => source.path.replace(/\.shp$/, extension)
  const missing = ['.shx', '.dbf'].filter((extension) => !existsSync(beside(extension)))
  if (missing.length > 0) throw new IngestError('imports/incomplete-shapefile', { missing })
  const cpg = existsSync(beside('.cpg')) ? (await readFile(beside('.cpg'), 'latin1')).trim() : null
  const { encoding, how, notes } = await dbfEncoding(beside('.dbf'), cpg, declared)
  return { encoding, encoding_how: how, notes, options: [`ENCODING=${gdalEncoding(encoding)}`] }
}
