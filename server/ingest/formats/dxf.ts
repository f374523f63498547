import { gdalEncoding } from '../encoding.ts'
import { textEncoding } from '../text.ts'
import { gdalFormat } from './gdal-format.ts'

/** Text DXF. It has no coordinate system; its code page is often untrue, so the text is read to find the encoding. */
export const dxf = gdalFormat({
  name: 'dxf',
  driver: 'DXF',
  named_by_file: true,
  recognises: ({ head }) => /^\s*(999\r?\n[^\n]*\n\s*)*0\s*\r?\n\s*SECTION/.test(head.toString('latin1')),
  claim: () => null,
  prepare: async (source, { options }) => {
    const { encoding, how } = await textEncoding(source.path, options.encoding)
    return { encoding, encoding_how: how, config: { DXF_ENCODING: gdalEncoding(encoding) } }
  },
})
