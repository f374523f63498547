import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import { firstPosition, fixture, metresBetween, readAll, refusalOf } from './files.ts'
import { realFiles, refusedFiles } from './real-files.ts'

describe('real files are read whole, and lie where they are on earth', () => {
  test.each(realFiles)(
    '$file reads $reads, refuses $refuses',
    async ({ file, options, format, crs, reads, refuses, place, property }) => {
      const { summary, features, errors } = await readAll(fixture(file), options)
      expect({
        format: summary.format,
        crs: summary.source_crs,
        reads: features.length,
        refuses: errors.length,
      }).toEqual({ format, crs, reads, refuses })
      expect(summary.count).toBe(reads + refuses)

      const expected = place.proj === 'lonlat' ? place.raw : (proj4(place.proj, 'WGS84', place.raw) as [number, number])
      const feature = features.find(({ row }) => row === place.row)
      expect(metresBetween(firstPosition(feature), expected)).toBeLessThan(1)
      if (property) expect(features.find(({ row }) => row === property[0])?.properties[property[1]]).toBe(property[2])
    },
  )
})

describe('files that cannot be read as they are say why', () => {
  test.each(refusedFiles)('$file: $code, because $why', async ({ file, options, code }) => {
    const fault = await refusalOf(fixture(file), options)
    expect(fault.code).toBe(code)
    expect(fault.message_zh).not.toContain('undefined')
    expect(fault.message_en).not.toContain('undefined')
  })
})
