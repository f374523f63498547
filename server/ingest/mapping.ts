import { createHash } from 'node:crypto'
import { z } from 'zod'
import { IngestError } from './failure.ts'
import type { TargetField } from './target-field.ts'
import { targets, type TargetName } from './targets.ts'

const source = z.union([
  z.string().min(1).max(200),
  z.strictObject({ column: z.string().min(1).max(200), factor: z.number().optional() }),
  z.strictObject({ value: z.union([z.string().max(400), z.number(), z.boolean()]) }),
])
/** Our field → a column of the file, a column times a factor, or one value for all rows. `x` + `y` or `wkt` name the geometry's columns. */
export const mappingInput = z.record(z.string().max(60), source)
export type Mapping = z.infer<typeof mappingInput>

const geometryKeys = new Set(['x', 'y', 'wkt'])

/** Fields of a mapping that its target does not have. */
export const strangeFields = (target: TargetName, mapping: Mapping): string[] =>
  Object.keys(mapping).filter(
    (key) => !geometryKeys.has(key) && !targets[target].fields.some(({ name }) => name === key),
  )

/** Which columns hold the geometry of a table, when the mapping says so. */
export function geometryColumns({ x, y, wkt }: Mapping): { x: string; y: string } | { wkt: string } | undefined {
  if (typeof wkt === 'string') return { wkt }
  return typeof x === 'string' && typeof y === 'string' ? { x, y } : undefined
}

/** What stands for the columns of a file, whatever their order: the same columns have the same mapping. */
export function signatureOf(columns: readonly { name: string }[]): string {
  const names = columns.map(({ name }) => name).toSorted()
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 32)
}

/** A first guess by the names of the columns, Chinese and English. */
export function suggestMapping(target: TargetName, columns: readonly { name: string }[]): Mapping {
  const named = new Map(columns.map(({ name }) => [plain(name), name]))
  const mapping: Mapping = {}
  for (const field of targets[target].fields) {
    for (const entry of field.columns) {
      const [known, factor] = typeof entry === 'string' ? [entry, 1] : entry
      const column = named.get(known)
      if (column === undefined) continue
      mapping[field.name] = factor === 1 ? column : { column, factor }
      break
    }
  }
  return mapping
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_\-.·()（）/]/g, '')

/** Refuses a mapping that names a column the file lacks, or leaves out what the target needs. */
export function checkMapping(target: TargetName, mapping: Mapping, columns: readonly { name: string }[]): void {
  const known = new Set(columns.map(({ name }) => name))
  for (const [key, from] of Object.entries(mapping)) {
    const column = typeof from === 'string' ? from : 'column' in from ? from.column : null
    if (column !== null && !geometryKeys.has(key) && !known.has(column))
      throw new IngestError('imports/mapping-column-unknown', { column, columns: [...known] }, `/mapping/${key}`)
  }
  const missing = targets[target].fields.find(({ name, required }) => required && !(name in mapping))
  if (missing)
    throw new IngestError(
      'imports/mapping-missing',
      { field: missing.name, zh: missing.title_zh, en: missing.title_en },
      `/mapping/${missing.name}`,
    )
}

/** What a row says for a field: the column's value, times its factor, or the mapping's own value. */
export function valueFrom(mapping: Mapping, field: TargetField, properties: Record<string, unknown>): unknown {
  const from = mapping[field.name]
  if (from === undefined) return undefined
  if (typeof from === 'string') return properties[from]
  if ('value' in from) return from.value
  const value = properties[from.column]
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return from.factor !== undefined && typeof amount === 'number' && Number.isFinite(amount)
    ? Number((amount * from.factor).toPrecision(12))
    : value
}
