// Hosts GDAL in a worker thread: whatever a bad file does to it (crash, endless loop, memory) ends with this thread.
// Plain JavaScript: it starts the same way from source and from the build.
import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import { parentPort, workerData } from 'node:worker_threads'
import { describeCrs, knowsShift, summariseCrs, transformer } from './gdal-crs.mjs'
import { featureTexts } from './feature-texts.mjs'
import { startGdal } from './gdal-module.mjs'
import { placeFeatures } from './gdal-place.mjs'

const chunkBytes = 1 << 20
/** A batch is at most 500 rows, and at most about this much text: rows with huge geometry come in smaller batches. */
const batchBytes = 4 << 20

const gdal = await startGdal(workerData)
let target = { transform: null, area: null }
let lines = null

const verbs = {
  /** Layers of a file in the mounted folder, without counting them; null when no named driver opens it. */
  inspect({ file, drivers, options, config, counted }) {
    for (const [name, value] of Object.entries(config ?? {})) gdal.setConfig(name, value)
    const flags = counted ? ['-so'] : ['-so', '-nocount', '-noextent']
    const found = gdal.withDataset(`/work/${file}`, drivers, options, (dataset) =>
      gdal.describe(dataset, [...flags, '-nomd']),
    )
    return { layers: found && found.layers.map(summariseLayer), errors: gdal.takeErrors() }
  },
  describeCrs: ({ crs }) => describeCrs(gdal, crs),
  knowsShift: (input) => knowsShift(gdal, input),
  /** Where the next features come from; false when PROJ has no way from there to WGS 84. */
  setSource({ crs, area }) {
    target = { transform: crs ? transformer(gdal, crs) : null, area }
    return !crs || target.transform !== null
  },
  /** One layer → one GeoJSON feature a line in `output`, coordinates as they are, heights dropped, arcs as lines. */
  convert({ file, drivers, options, layer, output, limit }) {
    const flags = [
      '-f',
      'GeoJSONSeq',
      '-a_srs',
      'NONE',
      '-dim',
      'XY',
      '-nlt',
      'CONVERT_TO_LINEAR',
      '-lco',
      'COORDINATE_PRECISION=10',
    ]
    if (limit) flags.push('-limit', String(limit))
    const written = gdal.withDataset(`/work/${file}`, drivers, options, (dataset) =>
      gdal.translate(dataset, `/work/${output}`, [...flags, layer]),
    )
    return { written, errors: gdal.takeErrors() }
  },
  openLines({ path }) {
    lines = readLines(path)
    return true
  },
  /** A GeoJSON file as it is, without GDAL. */
  openFeatures({ path, isCollection }) {
    lines = featureTexts(path, isCollection)
    return true
  },
  countFeatures({ path, isCollection }) {
    let count = 0
    for (const _ of featureTexts(path, isCollection)) count++
    return count
  },
  /** The next rows of what was opened, placed. Empty at the end. */
  next({ rows }) {
    const features = []
    let bytes = 0
    while (features.length < rows && bytes < batchBytes) {
      const { value, done } = lines.next()
      if (done) break
      bytes += value.length
      features.push(featureIn(value))
    }
    return placeFeatures(features, target)
  },
  place: ({ features }) => placeFeatures(features, target),
}

function featureIn(text) {
  try {
    const feature = JSON.parse(text)
    if (feature.type !== 'Feature') return { properties: {}, geometry: feature }
    const { id, properties, geometry } = feature
    return { properties: id === undefined ? (properties ?? {}) : { id, ...properties }, geometry }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return {
      properties: {},
      geometry: null,
      problem: 'row-bad-record',
      facts: { detail: `JSON: ${error.message.slice(0, 120)}` },
      pointer: '',
    }
  }
}

function summariseLayer(layer) {
  const geometry = layer.geometryFields[0]
  return {
    name: layer.name,
    geometry_type: geometry?.type ?? null,
    crs: summariseCrs(geometry?.coordinateSystem),
    count: layer.featureCount ?? null,
    fields: layer.fields.map((field) => ({ name: field.name, type: field.subType ?? field.type })),
  }
}

function* readLines(path) {
  const file = openSync(path, 'r')
  const chunk = Buffer.alloc(chunkBytes)
  const decoder = new StringDecoder('utf8')
  let rest = ''
  try {
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
      const parts = (rest + decoder.write(chunk.subarray(0, size))).split('\n')
      rest = parts.pop()
      for (const part of parts) if (part) yield part
    }
    if (rest.trim()) yield rest
  } finally {
    closeSync(file)
  }
}

const answer = (message) => parentPort.postMessage(message)
parentPort.on('message', ({ id, verb, input }) => {
  try {
    answer({ id, result: verbs[verb](input) })
  } catch (error) {
    answer({
      id,
      error: { message: String(error?.message ?? error), code: error?.code, memory: error instanceof RangeError },
    })
  }
})
answer({ ready: true })
