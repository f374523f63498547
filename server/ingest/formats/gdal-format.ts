import { copyFile, link } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type Fault, IngestError } from '../failure.ts'
import type { GdalLayer, GdalSource } from '../gdal.ts'
import { layerName, type Source } from '../source.ts'
import type { CrsClaim, Format, OpenContext, PlacedFeature, Reading } from './format.ts'

/** What a format needs to say for GDAL to read it. */
export interface GdalSpec {
  name: string
  driver: string
  recognises: (source: Source) => boolean
  claim: (layer: GdalLayer, source: Source) => CrsClaim | null
  /** Settles the encoding, and may put another file in place of the one sent. */
  prepare?: (source: Source, context: OpenContext) => Promise<Prepared>
  /** True where GDAL takes the layer's name from the file's, so that we put the person's name for it. */
  named_by_file?: boolean
}
export interface Prepared {
  path?: string
  options?: string[]
  config?: Record<string, string>
  encoding: string
  encoding_how: string
  notes?: Fault[]
}

/** A format read by GDAL: one layer is turned into a line of GeoJSON a feature on disk, then read from there. */
export function gdalFormat(spec: GdalSpec): Format {
  return {
    name: spec.name,
    recognises: async (source) => spec.recognises(source),
    open: (source, context) => open(spec, source, context),
  }
}

async function open(spec: GdalSpec, source: Source, context: OpenContext): Promise<Reading> {
  const prepared = (await spec.prepare?.(source, context)) ?? { encoding: 'utf-8', encoding_how: 'format' }
  const file = await inFolder(prepared.path ?? source.path, source.extension, context.folder)
  const input: GdalSource = {
    file,
    drivers: [spec.driver],
    options: prepared.options ?? [],
    config: prepared.config ?? {},
  }
  const layer = await chooseLayer(spec, input, source.bytes, context)
  const gdal = await context.gdal()

  const convert = async (output: string, limit: number | undefined) => {
    const { written, errors } = await gdal.call('convert', { ...input, layer: layer.name, output, limit }, source.bytes)
    if (!written || errors.length > 0) throw failure(errors, file, source)
    await gdal.call('openLines', { path: join(context.folder, output) })
  }
  return {
    layer: spec.named_by_file ? layerName(source.name) : layer.name,
    claim: spec.claim(layer, source),
    encoding: prepared.encoding,
    encoding_how: prepared.encoding_how,
    columns: layer.fields.map(({ name, type }) => ({ name, type, sample: null })),
    count: layer.count,
    notes: prepared.notes ?? [],
    async sample() {
      await convert('sample.ndjson', 1)
      const [first] = await gdal.call('next', { rows: 1 })
      return firstPosition(first)
    },
    async *batches(rows) {
      context.options.onProgress?.({ phase: 'converting', read: 0, total: layer.count })
      await convert('layer.ndjson', context.options.limit)
      for (;;) {
        const batch = await gdal.call('next', { rows })
        if (batch.length === 0) return
        yield batch
      }
    },
  }
}

/** GDAL sees only the reading's own folder: the file is linked into it, or copied where links cannot be. */
async function inFolder(path: string, extension: string, folder: string): Promise<string> {
  const inside = relative(folder, path)
  if (!inside.startsWith('..')) return inside
  const target = join(folder, `source${extension}`)
  await link(path, target).catch(() => copyFile(path, target))
  return relative(folder, join(dirname(target), `source${extension}`))
}

async function chooseLayer(spec: GdalSpec, input: GdalSource, bytes: number, context: OpenContext): Promise<GdalLayer> {
  const gdal = await context.gdal()
  const { options } = context
  const inspected = await gdal.call('inspect', { ...input, counted: options.counted ?? false }, bytes)
  if (!inspected.layers || inspected.errors.length > 0) throw failure(inspected.errors, input.file)
  const layers = inspected.layers.filter(({ geometry_type }) => geometry_type !== null && geometry_type !== 'None')
  if (layers.length === 0)
    throw new IngestError(inspected.layers.length > 0 ? 'imports/no-geometry' : 'imports/no-features', {})
  if (spec.named_by_file) return layers[0]!
  const names = layers.map(({ name }) => name)
  if (options.layer !== undefined) {
    const named = layers[names.indexOf(options.layer)]
    if (!named) throw new IngestError('imports/layer-unknown', { layer: options.layer, layers: names }, '/layer')
    return named
  }
  if (layers.length > 1)
    throw new IngestError('imports/several-layers', { layers: names, details: layers.map(choice) }, '/layer')
  return layers[0]!
}

const choice = ({ name, geometry_type, count, crs }: GdalLayer) => ({
  name,
  geometry_type,
  count,
  crs: crs?.code ? `EPSG:${crs.code}` : (crs?.name ?? null),
})

/** In GDAL's own words, without our paths. */
function failure(errors: string[], file: string, source?: Source): IngestError {
  const text = (errors[0] ?? '').replace(/^ERROR \d+: /, '').replaceAll(`/work/${file}`, source?.name ?? file)
  if (/out of memory|cannot allocate|memory allocation/i.test(text)) return new IngestError('imports/out-of-memory')
  return new IngestError('imports/corrupt', { detail: text.slice(0, 300) || 'unreadable' })
}

function firstPosition(feature: PlacedFeature | undefined): [number, number] | null {
  if (!feature) return null
  if (feature.first) return feature.first as [number, number]
  let part = (feature.geometry as { coordinates?: unknown } | null)?.coordinates
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0]
  return Array.isArray(part) ? [Number(part[0]), Number(part[1])] : null
}
