import { readFile } from 'node:fs/promises'
import { IngestError } from '../failure.ts'
import type { Source } from '../source.ts'
import type { Format, RawFeature } from './format.ts'
import { columnsOf, fromRows } from './placed-rows.ts'
import { textEncoded } from './text-encoded.ts'

/**
 * Boundary points of land parcels (勘测定界), the text layout that land authorities exchange: a header of settings, then plots
 * of `point, ring, X (north), Y (east)`. The header states datum, zone width and zone, which makes the CRS certain.
 */
export const kancedingjie: Format = {
  name: 'kancedingjie',
  async recognises(source) {
    return /\[地块坐标\]/.test(decoded(source, 'gb18030')) || /\[地块坐标\]/.test(decoded(source, 'utf-8'))
  },
  async open(source, context) {
    if (source.bytes > context.limits.whole_file_bytes) {
      throw new IngestError('imports/too-large', { bytes: source.bytes, limit: context.limits.whole_file_bytes })
    }
    const { path, encoding, encoding_how, notes } = await textEncoded(source, context)
    const [settings, plots] = sections(await readFile(path, 'utf8'))
    const rows = plotsOf(plots)
    const crs = crsOf(settings, rows)
    return {
      layer: source.name.replace(/\.txt$/i, ''),
      claim: crs === null ? null : { crs, how: 'header', firm: true },
      encoding,
      encoding_how,
      columns: columnsOf(rows),
      count: rows.length,
      notes,
      ...fromRows(() => structuredClone(rows), context),
    }
  },
}

const decoded = (source: Source, encoding: string) => new TextDecoder(encoding).decode(source.head.subarray(0, 8192))

function sections(text: string): [Map<string, string>, string[]] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const start = lines.indexOf('[地块坐标]')
  if (start < 0) throw new IngestError('imports/corrupt', { detail: '[地块坐标]' })
  const settings = lines.slice(0, start).map((line) => line.split('=', 2) as [string, string | undefined])
  return [
    new Map(settings.map(([key, value]) => [key, value ?? ''])),
    lines.slice(start + 1).filter((line) => line !== ''),
  ]
}

/** 2000国家大地坐标系, three- or six-degree zone → EPSG, with the zone in the eastings or without. */
function crsOf(settings: Map<string, string>, rows: RawFeature[]): string | null {
  const datum = settings.get('坐标系') ?? ''
  if (/西安|80|北京|54/.test(datum)) throw new IngestError('imports/crs-datum', { crs: datum }, '/crs')
  const zone = Number(settings.get('带号'))
  const width = Number(settings.get('几度分带'))
  if (!/2000/.test(datum) || !zone || (width !== 3 && width !== 6)) return null
  const [first, step] = width === 3 ? [25, 4513] : [13, 4491]
  const easting = rows
    .map(({ geometry }) => (geometry as { coordinates: number[][][] } | null)?.coordinates[0]?.[0]?.[0])
    .find((value) => value !== undefined)
  const withoutZone = easting !== undefined && easting < 1e6
  return `EPSG:${step + zone - first + (withoutZone ? (width === 3 ? 21 : 11) : 0)}`
}

const plotColumns = ['point_count', 'area_ha', 'plot_no', 'plot_name', 'shape', 'map_sheet', 'use', 'level']

function plotsOf(lines: string[]): RawFeature[] {
  const plots: { head: string[]; points: string[][] }[] = []
  for (const line of lines) {
    const cells = line.split(',').map((cell) => cell.trim())
    if (cells.at(-1) === '@') plots.push({ head: cells, points: [] })
    else if (plots.length === 0) throw new IngestError('imports/corrupt', { detail: line.slice(0, 60) })
    else plots.at(-1)!.points.push(cells)
  }
  return plots.map(plotOf)
}

function plotOf({ head, points }: { head: string[]; points: string[][] }): RawFeature {
  const properties = Object.fromEntries(plotColumns.map((name, at) => [name, head[at] ?? '']))
  const broken = points.find(
    (cells) => cells.length < 4 || !Number.isFinite(Number(cells[2])) || !Number.isFinite(Number(cells[3])),
  )
  if (broken) return { properties, geometry: null, problem: 'row-bad-record', facts: { detail: broken.join(',') } }
  if (Number(head[0]) !== points.length) {
    return {
      properties,
      geometry: null,
      problem: 'row-bad-record',
      facts: { detail: `${head[0]} ≠ ${points.length}` },
      pointer: '/point_count',
    }
  }
  const rings = new Map<string, number[][]>()
  for (const [, ring, north, east] of points as [string, string, string, string][]) {
    rings.set(ring, [...(rings.get(ring) ?? []), [Number(east), Number(north)]])
  }
  const coordinates = [...rings.values()]
  if (head[4] === '线') return { properties, geometry: { type: 'MultiLineString', coordinates } }
  if (head[4] === '点') return { properties, geometry: { type: 'MultiPoint', coordinates: coordinates.flat() } }
  return { properties, geometry: { type: 'Polygon', coordinates } }
}
