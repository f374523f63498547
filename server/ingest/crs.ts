import { findCrs } from '../geometry/crs-registry.ts'
import type { CrsClaim, Gdal } from './formats/format.ts'
import { IngestError } from './failure.ts'
import type { CrsFacts } from './gdal.ts'
import { suggestCrs } from './suggest-crs.ts'

export type Shift = 'GCJ-02' | 'BD-09'

/** Where the rows of a reading lie and how that is known. */
export interface Placing {
  /** What GDAL transforms from; null when the coordinates are lon, lat already. */
  input: string | null
  area: CrsFacts['area']
  shift: Shift | null
  /** EPSG:4523, GCJ-02, or the name of a system without a code. */
  label: string
  name: string
  how: CrsClaim['how'] | 'declared'
  /** True where the datum is not CGCS2000's, WGS 84's or another realisation of the same frame to a metre or so. */
  approximate: boolean
}

/** CGCS2000, WGS 84 and ETRS89 agree to better than a metre; we store the first and serve it as the second. */
const sameFrame =
  /China 2000|CGCS2000|World Geodetic System 1984|ETRS|European Terrestrial|North American Datum 1983|International Terrestrial|Korea|JGD2011|Geodetic Datum of 2020/i
/** Their parameters to CGCS2000 are not public: what PROJ does with them is off by tens of metres. */
const closedDatums = /Beijing 1954|Xian 1980|Xi'an 1980/i
const geographicCodes = new Set([4326, 4490])

type Sample = () => Promise<[number, number] | null>

/** Decides between what the sender declared and what the file says; refuses to guess. `sample` is a raw coordinate. */
export async function decideCrs(
  claim: CrsClaim | null,
  declared: string | undefined,
  sample: Sample,
  gdal: Gdal,
): Promise<Placing> {
  const found = claim && (typeof claim.crs === 'string' ? await known(claim.crs, gdal) : claim.crs)
  if (declared === undefined) {
    if (!found || !claim) {
      const at = await sample()
      throw new IngestError('imports/crs-unknown', { suggestions: suggestCrs(at), sample: at }, '/crs')
    }
    return checked(placing(found, claim.how), found, sample, gdal)
  }
  const shift = shiftNamed(declared)
  if (shift) {
    if (claim?.firm && found && !found.geographic) throw conflict(shift, found)
    return { input: null, area: null, shift, label: shift, name: shift, how: 'declared', approximate: false }
  }
  const meant = await known(declared, gdal)
  if (claim?.firm && found && !same(meant, found)) throw conflict(labelOf(meant), found)
  return checked(placing(meant, 'declared'), meant, sample, gdal)
}

/** Refuses a system on another datum for which PROJ has no shift: it would be taken for WGS 84 as it is. */
async function checked(found: Placing, crs: CrsFacts, sample: Sample, gdal: Gdal): Promise<Placing> {
  if (!found.approximate || !found.input) return found
  const at = crs.area ? null : await sample()
  if (!crs.area && !at) return found
  const sure = await gdal.call('knowsShift', { crs: found.input, base: crs.base, area: crs.area, at })
  if (!sure) throw new IngestError('imports/crs-datum', { crs: crs.name }, '/crs')
  return found
}

/** The provider's offset a declaration names; null when it names none. */
export function shiftNamed(declared: string): Shift | null {
  const code = findCrs(declared)?.code
  return code === 'GCJ-02' || code === 'BD-09' ? code : null
}

async function known(declared: string, gdal: Gdal): Promise<CrsFacts> {
  const input = epsgInput(declared)
  const facts = input && (await gdal.call('describeCrs', { crs: input }))
  if (!facts) throw new IngestError('imports/crs-unsupported', { crs: declared }, '/crs')
  return facts
}

/** The spellings of the registry, and any other EPSG code as EPSG:n, n or its URN; null for anything else. */
export function epsgInput(declared: string): string | null {
  const code = /^(?:(?:urn:ogc:def:crs:)?epsg:(?:[^:]*:)?)?(\d{4,6})$/i.exec(declared.trim())?.[1]
  return findCrs(declared)?.code ?? (code ? `EPSG:${code}` : null)
}

function placing(crs: CrsFacts, how: Placing['how']): Placing {
  if (crs.datum && closedDatums.test(crs.datum)) throw new IngestError('imports/crs-datum', { crs: crs.name }, '/crs')
  const plain = crs.code !== null && geographicCodes.has(crs.code)
  return {
    input: plain ? null : crs.code === null ? crs.wkt : `EPSG:${crs.code}`,
    area: plain ? null : crs.area,
    shift: null,
    label: labelOf(crs),
    name: crs.name,
    how,
    approximate: crs.datum === null || !sameFrame.test(crs.datum),
  }
}

const labelOf = (crs: CrsFacts) => (crs.code === null ? crs.name : `EPSG:${crs.code}`)
const isPlain = (crs: CrsFacts) => crs.code !== null && geographicCodes.has(crs.code)
const same = (a: CrsFacts, b: CrsFacts) =>
  (a.code !== null && a.code === b.code) || (isPlain(a) && isPlain(b)) || a.wkt === b.wkt
const conflict = (declared: string, found: CrsFacts) =>
  new IngestError('imports/crs-conflict', { declared, detected: labelOf(found) }, '/crs')
