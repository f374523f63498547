import { IngestError } from '../failure.ts'
import { layerName } from '../source.ts'
import { attribute, type XmlToken, xmlTokens } from '../xml.ts'
import type { Format, RawFeature } from './format.ts'
import { columnsOf, fromRows } from './placed-rows.ts'
import { textEncoded } from './text-encoded.ts'

const sampleRows = 500

/**
 * KML: WGS 84 by definition; Chinese map apps write GCJ-02 into it all the same, which only a declaration can tell. Read
 * here and not by GDAL, whose KML driver in this build drops ExtendedData and makes every folder a layer of its own.
 */
export const kml: Format = {
  name: 'kml',
  recognises: async ({ head }) => /<(\w+:)?kml[\s>]/.test(head.toString('latin1')),
  async open(source, context) {
    const { path, encoding, encoding_how, notes } = await textEncoded(source, context)
    const rows = () => placemarks(path)
    const sampled: RawFeature[] = []
    for await (const row of rows()) if (sampled.push(row) >= sampleRows) break
    return {
      layer: layerName(source.name),
      claim: { crs: 'EPSG:4326', how: 'format', firm: false },
      encoding,
      encoding_how,
      columns: columnsOf(sampled),
      count: sampled.length < sampleRows ? sampled.length : null,
      notes,
      ...fromRows(rows, context),
    }
  },
}

type Geometry = { type: string; coordinates?: unknown; geometries?: Geometry[] }
interface State {
  /** Open elements, outermost first. */
  path: string[]
  folders: string[]
  text: string
  placemark: Placemark | null
}
interface Placemark {
  properties: Record<string, unknown>
  /** The name of the Data or SimpleData being read. */
  field: string
  geometries: Geometry[][]
  rings: unknown[]
}

async function* placemarks(path: string): AsyncGenerator<RawFeature> {
  const state: State = { path: [], folders: [], text: '', placemark: null }
  for await (const tokens of xmlTokens(path)) {
    for (const token of tokens) {
      const done = step(state, token)
      if (done) yield done
    }
  }
  if (state.path.length > 0) throw new IngestError('imports/corrupt', { detail: `XML: <${state.path.at(-1)}>` })
}

function step(state: State, { kind, value, attributes }: XmlToken): RawFeature | null {
  if (kind === 'text') {
    state.text += value
    return null
  }
  if (kind === 'open') {
    state.path.push(value)
    state.text = ''
    openElement(state, value, attributes)
    return null
  }
  if (state.path.pop() !== value) throw new IngestError('imports/corrupt', { detail: `XML: </${value}>` })
  const text = state.text.trim()
  state.text = ''
  return closeElement(state, value, text)
}

function openElement(state: State, name: string, attributes: string | undefined): void {
  const { placemark } = state
  if (name === 'Placemark') state.placemark = { properties: {}, field: '', geometries: [[]], rings: [] }
  else if (name === 'Folder' || name === 'Document') state.folders.push('')
  else if (!placemark) return
  else if (name === 'Data' || name === 'SimpleData') placemark.field = attribute(attributes, 'name') ?? ''
  else if (name === 'MultiGeometry') placemark.geometries.push([])
  else if (name === 'Polygon') placemark.rings = []
}

function closeElement(state: State, name: string, text: string): RawFeature | null {
  const { placemark, path, folders } = state
  const parent = path.at(-1)
  if (name === 'Folder' || name === 'Document') folders.pop()
  if (name === 'name' && !placemark && (parent === 'Folder' || parent === 'Document'))
    folders[folders.length - 1] = text
  if (!placemark) return null
  if (name === 'Placemark') {
    state.placemark = null
    return finished(placemark, folders)
  }
  if (parent === 'Placemark' && (name === 'name' || name === 'description')) placemark.properties[name] = text
  else if (/^(when|begin|end)$/.test(name) && parent?.startsWith('Time')) placemark.properties[name] = text
  else if (name === 'SimpleData' || (name === 'value' && parent === 'Data'))
    placemark.properties[placemark.field] = text
  else closeGeometry(placemark, name, parent, text)
  return null
}

function closeGeometry(placemark: Placemark, name: string, parent: string | undefined, text: string): void {
  const into = placemark.geometries.at(-1)!
  if (name === 'coordinates') {
    const positions = positionsIn(text)
    if (parent === 'Point') into.push({ type: 'Point', coordinates: positions[0] ?? [] })
    else if (parent === 'LineString') into.push({ type: 'LineString', coordinates: positions })
    else placemark.rings.push(positions)
  } else if (name === 'Polygon') into.push({ type: 'Polygon', coordinates: placemark.rings })
  else if (name === 'MultiGeometry') {
    const parts = placemark.geometries.pop()!
    if (parts.length > 0) placemark.geometries.at(-1)!.push(gathered(parts))
  }
}

/** `lon,lat[,height]` separated by blanks; what is no number makes the row bad, not the file. */
const positionsIn = (text: string): number[][] =>
  text
    .split(/\s+/)
    .filter((tuple) => tuple !== '')
    .map((tuple) => tuple.split(',', 2).map((number) => (number === '' ? Number.NaN : Number(number))))

/** Parts of one kind become its Multi form, others a collection. */
function gathered(parts: Geometry[]): Geometry {
  const [first] = parts
  if (parts.length === 1) return first!
  const alike = parts.every(({ type }) => type === first!.type) && /^(Point|LineString|Polygon)$/.test(first!.type)
  if (!alike) return { type: 'GeometryCollection', geometries: parts }
  return { type: `Multi${first!.type}`, coordinates: parts.map(({ coordinates }) => coordinates) }
}

function finished({ properties, geometries }: Placemark, folders: string[]): RawFeature {
  const folder = folders.filter((name) => name !== '').join('/')
  const geometry = geometries[0]!.length > 0 ? gathered(geometries[0]!) : null
  return { properties: folder === '' ? properties : { ...properties, folder }, geometry }
}
