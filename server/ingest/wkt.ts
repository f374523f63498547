/** WKT or EWKT → GeoJSON geometry (x, y only) and the SRID it names; null when it is neither. */
export function parseWkt(
  text: string,
): { geometry: { type: string; coordinates: unknown }; srid: number | null } | null {
  const match = /^\s*(?:SRID=(\d+);)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:ZM|Z|M)?\s*(\(.*\))\s*;?\s*$/is.exec(
    text,
  )
  if (!match) return null
  const [, srid, multi, kind, body] = match as unknown as [
    string,
    string | undefined,
    string | undefined,
    string,
    string,
  ]
  const nested = parseBody(body)
  const name = { POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon' }[kind.toUpperCase() as 'POINT']
  const depth = { POINT: 0, LINESTRING: 1, POLYGON: 2 }[kind.toUpperCase() as 'POINT'] + (multi ? 1 : 0)
  const coordinates = nested && shaped(nested, depth, Boolean(multi) && name === 'Point')
  if (!coordinates) return null
  return { geometry: { type: multi ? `Multi${name}` : name, coordinates }, srid: srid ? Number(srid) : null }
}

type Nested = number[] | Nested[]

/** `((1 2, 3 4))` → [[[1, 2], [3, 4]]], by way of JSON, whose parser is strict about brackets. */
function parseBody(body: string): Nested | null {
  if (!/^[-+0-9.eE\s,()]*$/.test(body)) return null
  const positions = body.replaceAll(/[-+0-9.eE]+(?:\s+[-+0-9.eE]+)+/g, (numbers) =>
    JSON.stringify(numbers.split(/\s+/).map(Number).slice(0, 2)),
  )
  try {
    return JSON.parse(positions.replaceAll('(', '[').replaceAll(')', ']').replaceAll(/\s+/g, '')) as Nested
  } catch {
    return null
  }
}

/** Brings what the brackets gave to the depth of the type: POINT (1 2) has one pair more, MULTIPOINT (1 2, 3 4) may have one less. */
function shaped(nested: Nested, depth: number, isMultiPoint: boolean): Nested | null {
  if (depth === 0) return isPosition(nested[0]) && nested.length === 1 ? nested[0] : null
  if (isMultiPoint) return (nested as Nested[]).map((part) => (isPosition(part) ? part : (part[0] as Nested)))
  return hasDepth(nested, depth) ? nested : null
}

const isPosition = (part: unknown): part is number[] =>
  Array.isArray(part) && part.length === 2 && part.every((value) => Number.isFinite(value))

function hasDepth(part: unknown, depth: number): boolean {
  if (depth === 0) return isPosition(part)
  return Array.isArray(part) && part.length > 0 && part.every((inner) => hasDepth(inner, depth - 1))
}
