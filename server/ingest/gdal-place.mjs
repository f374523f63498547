// Features as a file has them → the same features in lon, lat (CGCS2000), each with what is wrong with it.

// EPSG's areas of use follow borders, real data reach over them (Oregon's two zones are each used for the whole state).
// Two degrees still tell a missing zone prefix, a wrong unit or swapped axes, which miss by far more.
const marginDegrees = 2
const least = { LineString: 2, MultiLineString: 2, Polygon: 4, MultiPolygon: 4 }

/**
 * Transforms the geometries of a batch in one call. A feature whose geometry is absent, broken or lands outside the
 * area of use gets `problem` (and its first coordinate as read) and no geometry.
 */
export function placeFeatures(features, { transform, area }) {
  const checked = features.map((feature) => ({
    ...feature,
    problem: feature.problem ?? structureProblem(feature.geometry),
  }))
  const sound = checked.filter((feature) => !feature.problem)
  const positions = sound.flatMap((feature) => positionsOf(feature.geometry))
  const xs = Float64Array.from(positions, (position) => position[0])
  const ys = Float64Array.from(positions, (position) => position[1])
  transform?.(xs, ys)
  let at = 0
  for (const feature of sound) {
    const own = positionsOf(feature.geometry)
    const first = own[0].slice(0, 2)
    const end = at + own.length
    if (within(xs, ys, at, end, area)) {
      for (const position of own) position.splice(0, position.length, rounded(xs[at]), rounded(ys[at++]))
    } else {
      Object.assign(feature, { geometry: null, problem: 'row-outside-crs', first, landed: landing(xs[at], ys[at]) })
      at = end
    }
  }
  return checked.map((feature) => (feature.problem ? { ...feature, geometry: null } : feature))
}

const landing = (lon, lat) => (Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null)
/** 1e-9 degree is a tenth of a millimetre. */
const rounded = (degrees) => Math.round(degrees * 1e9) / 1e9

function within(xs, ys, from, to, area) {
  const [west, south, east, north] = area ?? [-180, -90, 180, 90]
  const margin = area ? marginDegrees : 0
  for (let at = from; at < to; at++) {
    const x = xs[at]
    const y = ys[at]
    if (!Number.isFinite(x) || !Number.isFinite(y) || Math.abs(x) > 180 || Math.abs(y) > 90) return false
    const inLongitude =
      west <= east ? x >= west - margin && x <= east + margin : x >= west - margin || x <= east + margin
    if (!inLongitude || y < south - margin || y > north + margin) return false
  }
  return true
}

function structureProblem(geometry) {
  if (!geometry) return 'row-no-geometry'
  if (geometry.type === 'GeometryCollection') {
    if (!geometry.geometries?.length) return 'row-no-geometry'
    return geometry.geometries.map(structureProblem).find(Boolean) ?? null
  }
  if (!Array.isArray(geometry.coordinates)) return 'row-bad-geometry'
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[
    geometry.type
  ]
  if (depth === undefined) return 'row-bad-geometry'
  if (geometry.coordinates.length === 0) return 'row-no-geometry'
  return lineProblem(geometry.coordinates, depth, least[geometry.type] ?? 0)
}

function lineProblem(part, depth, points) {
  if (depth === 0)
    return part.length >= 2 && Number.isFinite(part[0]) && Number.isFinite(part[1]) ? null : 'row-bad-geometry'
  if (!Array.isArray(part) || part.length === 0) return 'row-bad-geometry'
  if (depth === 1 && part.length < points) return 'row-bad-geometry'
  if (depth === 1 && points === 4 && !sameSpot(part[0], part.at(-1))) return 'row-bad-geometry'
  for (const inner of part) {
    const problem = Array.isArray(inner) ? lineProblem(inner, depth - 1, points) : 'row-bad-geometry'
    if (problem) return problem
  }
  return null
}

const sameSpot = (a, b) => a[0] === b[0] && a[1] === b[1]

function positionsOf(geometry) {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf)
  if (geometry.type === 'Point') return [geometry.coordinates]
  const depth = { MultiPoint: 0, LineString: 0, MultiLineString: 1, Polygon: 1, MultiPolygon: 2 }[geometry.type]
  return depth ? geometry.coordinates.flat(depth) : geometry.coordinates
}
