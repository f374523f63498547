import { open, type Keys } from '../access/seal.ts'
import type { Table } from '../db/tables.ts'

/** One sealed value per table, column and key, picked from rows as they pass: enough to see whether the keys at hand open them. */
export function sampleSealed() {
  const samples = new Map<string, string>()
  return {
    add({ name, columns }: Table, lines: readonly string[]) {
      const sealed = columns.flatMap((column, i) => (column.name.endsWith('_sealed') ? [i] : []))
      if (sealed.length === 0) return
      for (const line of lines) {
        const row = JSON.parse(line) as (string | null)[]
        for (const i of sealed) {
          const value = row[i]
          if (value) samples.set(`${name}.${columns[i]!.name} ${value.slice(0, value.indexOf('.'))}`, value)
        }
      }
    },
    /** What the keys do not open, as `table.column key`. */
    unopened: (keys: Keys | null): string[] =>
      [...samples].filter(([, value]) => !opens(keys, value)).map(([where]) => where),
  }
}
export type SealedSamples = ReturnType<typeof sampleSealed>

function opens(keys: Keys | null, value: string): boolean {
  if (!keys) return false
  try {
    open(keys, value)
    return true
  } catch {
    return false
  }
}
