/** A reference system that uploads may declare; coordinates are always easting or longitude first. */
export type Crs = {
  code: string
  name_zh: string
  name_en: string
  unit: 'degree' | 'metre'
  /** A proj4 or WKT definition. */
  definition: string
  /** How positions reach CGCS2000: as they are, by a datum shift, or by undoing a provider's offset. */
  datum: 'modern' | 'shifted' | 'gcj02' | 'bd09'
  /** How far a transformed position may be off, in metres. */
  accuracy_m: number
  /** For Gauss-Kruger zones of CGCS2000: the zone before the easting, when the system writes it. */
  gauss_kruger?: { central_meridian: number; zone_degrees: 3 | 6; zone: number | null }
}

const CGCS2000 = '+ellps=GRS80 +units=m +no_defs'

/** Every system that may be declared by code. Zones are computed; numbers after EPSG. */
export const crsRegistry: ReadonlyMap<string, Crs> = new Map(
  [...geographic(), ...gaussKruger(), ...elsewhere()].map((crs) => [crs.code, crs]),
)

/**
 * The system a text names: `EPSG:4523`, `4523`, an OGC URN or URL, `CRS84`, `GCJ-02`, `BD-09`; undefined when unknown.
 */
export function findCrs(text: string): Crs | undefined {
  const name = text.trim().toUpperCase()
  if (/(^|[:/])(OGC[:/]+(1\.3[:/])?)?CRS84$/.test(name)) return crsRegistry.get('EPSG:4326')
  const letters = name.replace(/[^A-Z0-9]/g, '')
  const alias = { WGS84: 'EPSG:4326', CGCS2000: 'EPSG:4490', GCJ02: 'GCJ-02', BD09: 'BD-09', BD09LL: 'BD-09' }[letters]
  const number = /^(?:.*EPSG\S*[:/])?(\d{4,5})$/.exec(name)?.[1]
  return crsRegistry.get(alias ?? `EPSG:${number}`)
}

function geographic(): Crs[] {
  const one = (code: string, name_zh: string, name_en: string, datum: Crs['datum']): Crs => ({
    code,
    name_zh,
    name_en,
    datum,
    unit: 'degree',
    accuracy_m: datum === 'modern' ? 0.1 : 1,
    definition: '+proj=longlat +ellps=GRS80 +no_defs',
  })
  return [
    one('EPSG:4490', '2000 国家大地坐标系', 'CGCS2000', 'modern'),
    one('EPSG:4326', 'WGS 84 经纬度', 'WGS 84', 'modern'),
    one('GCJ-02', 'GCJ-02（火星坐标）', 'GCJ-02', 'gcj02'),
    one('BD-09', 'BD-09（百度坐标）', 'BD-09', 'bd09'),
  ]
}

// EPSG numbers in rows: 6-degree zones 13–23 from 4491, the same without prefix from 4502,
// 3-degree zones 25–45 from 4513, the same without prefix from 4534.
function gaussKruger(): Crs[] {
  const rows = [
    { first: 4491, zone_degrees: 6, zones: [13, 23], prefixed: true },
    { first: 4502, zone_degrees: 6, zones: [13, 23], prefixed: false },
    { first: 4513, zone_degrees: 3, zones: [25, 45], prefixed: true },
    { first: 4534, zone_degrees: 3, zones: [25, 45], prefixed: false },
  ] as const
  return rows.flatMap(({ first, zone_degrees, zones, prefixed }) =>
    Array.from({ length: zones[1] - zones[0] + 1 }, (_, step): Crs => {
      const zone = zones[0] + step
      const central_meridian = zone_degrees === 3 ? zone * 3 : zone * 6 - 3
      const false_easting = prefixed ? zone * 1_000_000 + 500_000 : 500_000
      return {
        code: `EPSG:${first + step}`,
        name_zh: `CGCS2000 ${zone_degrees}度带 ${prefixed ? `第${zone}带` : `中央经线${central_meridian}°`}`,
        name_en: `CGCS2000 ${zone_degrees}-degree Gauss-Kruger ${prefixed ? `zone ${zone}` : `CM ${central_meridian}E`}`,
        unit: 'metre',
        definition: `+proj=tmerc +lat_0=0 +lon_0=${central_meridian} +k=1 +x_0=${false_easting} +y_0=0 ${CGCS2000}`,
        datum: 'modern',
        accuracy_m: 0.001,
        gauss_kruger: { central_meridian, zone_degrees, zone: prefixed ? zone : null },
      }
    }),
  )
}

function elsewhere(): Crs[] {
  const utm = (zone: number): Crs => ({
    code: `EPSG:${32600 + zone}`,
    name_zh: `WGS 84 UTM ${zone}N`,
    name_en: `WGS 84 / UTM zone ${zone}N`,
    unit: 'metre',
    datum: 'modern',
    accuracy_m: 0.1,
    definition: `+proj=utm +zone=${zone} +ellps=WGS84 +units=m`,
  })
  return [
    ...Array.from({ length: 60 }, (_, index) => utm(index + 1)),
    {
      code: 'EPSG:3857',
      name_zh: 'Web 墨卡托',
      name_en: 'Web Mercator',
      unit: 'metre',
      datum: 'modern',
      accuracy_m: 0.1,
      definition: '+proj=merc +a=6378137 +b=6378137 +k=1 +units=m +nadgrids=@null',
    },
    {
      code: 'EPSG:3879',
      name_zh: '芬兰 ETRS89 GK25',
      name_en: 'ETRS89 / GK25FIN',
      unit: 'metre',
      datum: 'modern',
      accuracy_m: 0.5,
      definition: `+proj=tmerc +lat_0=0 +lon_0=25 +k=1 +x_0=25500000 +y_0=0 ${CGCS2000}`,
    },
    {
      // Seven-parameter shift EPSG:1314; within 5 m of the OSTN15 grid.
      code: 'EPSG:27700',
      name_zh: '英国国家格网',
      name_en: 'British National Grid',
      unit: 'metre',
      datum: 'shifted',
      accuracy_m: 5,
      definition:
        '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
        '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m',
    },
    {
      // Seven-parameter shift EPSG:1777 for the former West Germany.
      code: 'EPSG:31467',
      name_zh: '德国 DHDN 3 带',
      name_en: 'DHDN / Gauss-Kruger zone 3',
      unit: 'metre',
      datum: 'shifted',
      accuracy_m: 3,
      definition:
        '+proj=tmerc +lat_0=0 +lon_0=9 +k=1 +x_0=3500000 +y_0=0 +ellps=bessel ' +
        '+towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m',
    },
  ]
}
