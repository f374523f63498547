// Coordinate systems by PROJ's own database (EPSG), offline.

/** What PROJ knows of a code or WKT: name, EPSG code, area of use, datum. null when it knows nothing. */
export function describeCrs(gdal, input) {
  if (!referenceFrom(gdal, input, (reference) => reference !== null)) return null
  // ogrinfo writes a layer's system as PROJJSON with its area of use; an empty GeoJSON is the cheapest layer to ask.
  const layer = `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":${JSON.stringify(input)}}},"features":[]}`
  const found = gdal.withDataset(layer, ['GeoJSON'], [], (dataset) => gdal.describe(dataset, ['-so']))
  return summariseCrs(found?.layers[0]?.geometryFields[0]?.coordinateSystem)
}

/** The part of ogrinfo's coordinateSystem that decisions need. Undefined and engineering systems are none. */
export function summariseCrs(system) {
  const json = system?.projjson
  if (!json || /^undefined/i.test(json.name) || !/^(Projected|Geographic|Geodetic|Compound|Bound)CRS$/.test(json.type))
    return null
  const base = json.base_crs ?? json.components?.[0]?.base_crs ?? json
  const box = json.bbox
  return {
    name: json.name,
    code: json.id?.authority === 'EPSG' ? Number(json.id.code) : null,
    wkt: system.wkt,
    geographic: /^(Geographic|Geodetic)CRS$/.test(json.type),
    datum: (base.datum ?? base.datum_ensemble)?.name ?? null,
    base: base.id?.authority === 'EPSG' ? `EPSG:${base.id.code}` : JSON.stringify({ type: 'GeographicCRS', ...base }),
    area: box ? [box.west_longitude, box.south_latitude, box.east_longitude, box.north_latitude] : null,
  }
}

/**
 * A transformer to WGS 84 (which is CGCS2000 to a decimetre) in lon, lat order, for arrays of x and y in place. What cannot
 * be placed becomes not finite. Not to EPSG:4490 itself: to that, PROJ knows no datum shift and would apply none, silently.
 */
export function transformer(gdal, input, output = 'EPSG:4326') {
  const { module, call, allocate, release } = gdal
  const source = newReference(gdal, input)
  const target = newReference(gdal, output)
  const transformation = source && target && call('OCTNewCoordinateTransformation', 'number', [source, target])
  if (!transformation) return null
  let room = 0
  let pointer = 0
  return (xs, ys) => {
    const count = xs.length
    if (count > room) {
      if (pointer) release(pointer)
      room = count
      pointer = allocate(16 * room)
      if (!pointer) throw new RangeError('memory limit')
    }
    const at = pointer / 8
    module.HEAPF64.set(xs, at)
    module.HEAPF64.set(ys, at + count)
    call('OCTTransform', 'number', [transformation, count, pointer, pointer + 8 * count, 0])
    gdal.takeErrors()
    xs.set(module.HEAPF64.subarray(at, at + count))
    ys.set(module.HEAPF64.subarray(at + count, at + 2 * count))
  }
}

/**
 * False where PROJ has no datum shift for a system and would take its degrees for WGS 84's: a hundred metres off, unnoticed.
 * Asked at the middle of the system's area of use, or, where it has none, at a coordinate of the file.
 */
export function knowsShift(gdal, { crs, base, area, at }) {
  const middle = area && [(area[0] + area[2]) / 2, (area[1] + area[3]) / 2]
  const degrees = middle ?? placed(transformer(gdal, crs, base), at)
  const shifted = middle ? placed(transformer(gdal, base), middle) : placed(transformer(gdal, crs), at)
  return !(Math.hypot(degrees[0] - shifted[0], degrees[1] - shifted[1]) <= 1e-7)
}

function placed(transform, [x, y]) {
  const [xs, ys] = [Float64Array.of(x), Float64Array.of(y)]
  transform?.(xs, ys)
  return [xs[0], ys[0]]
}

const traditionalOrder = 0

function newReference(gdal, input) {
  const reference = gdal.call('OSRNewSpatialReference', 'number', [0])
  const refused = gdal.call('OSRSetFromUserInput', 'number', [reference, input])
  gdal.takeErrors()
  if (refused) return 0
  gdal.call('OSRSetAxisMappingStrategy', null, [reference, traditionalOrder])
  return reference
}

function referenceFrom(gdal, input, use) {
  const reference = newReference(gdal, input)
  const answer = use(reference || null)
  if (reference) gdal.call('OSRDestroySpatialReference', null, [reference])
  return answer
}
