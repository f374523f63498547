import type { OpenContext, RawFeature, Reading } from './format.ts'

/** The two parts of a Reading that depend on rows, for a format that makes its rows itself. `rows` is called at most twice. */
export function fromRows(
  rows: () => AsyncIterable<RawFeature> | Iterable<RawFeature>,
  context: OpenContext,
): Pick<Reading, 'sample' | 'batches'> {
  return {
    async sample() {
      for await (const { geometry } of rows()) {
        const position = firstPosition(geometry)
        if (position) return position
      }
      return null
    },
    async *batches(size) {
      const gdal = await context.gdal()
      const limit = context.options.limit ?? Infinity
      let taken = 0
      let features: RawFeature[] = []
      for await (const row of rows()) {
        if (taken++ >= limit) break
        features.push(row)
        if (features.length < size) continue
        yield await gdal.call('place', { features })
        features = []
      }
      if (features.length > 0) yield await gdal.call('place', { features })
    },
  }
}

export function firstPosition(geometry: unknown): [number, number] | null {
  let part = (geometry as { coordinates?: unknown } | null)?.coordinates
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0]
  return Array.isArray(part) && part.length >= 2 ? [Number(part[0]), Number(part[1])] : null
}

/** Columns of rows whose shape is only known from the rows: every key, its first value, the type that value has. */
export function columnsOf(rows: RawFeature[]) {
  const samples = new Map<string, unknown>()
  for (const { properties } of rows) {
    for (const [name, value] of Object.entries(properties)) if (samples.get(name) == null) samples.set(name, value)
  }
  return [...samples].map(([name, sample]) => ({ name, type: typeOf(sample), sample }))
}

function typeOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Real'
  if (typeof value === 'boolean') return 'Boolean'
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? 'DateTime' : 'String'
}
