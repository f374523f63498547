import { z } from 'zod'

/**
 * An archive is a gzipped tar: `header.json`; the rows of each table in pages, `tables/<table>/<page>.ndjson`; the files that
 * rows name, `files/<key>`; the keys when they were asked for, `encryption-keys`; and, last, `manifest.json`.
 */
export const format = 1
export const headerName = 'header.json'
export const manifestName = 'manifest.json'
export const keysName = 'encryption-keys'
export const pagePattern = /^tables\/([a-z][a-z0-9_]*)\/\d{6}\.ndjson$/
export const filePattern = /^files\/(\d{6}\/[0-9a-f]{2}\/([0-9a-f]{64}))$/
export const pageName = (table: string, page: number): string =>
  `tables/${table}/${String(page).padStart(6, '0')}.ndjson`

/** Only the number of the format, to say which versions an archive of another one is for. */
export const anyHeader = z.object({ format: z.number().optional() })

export const header = z.object({
  format: z.literal(format),
  made_at: z.string(),
  database: z.enum(['embedded', 'postgis']),
  district_code: z.number(),
  /** The schema steps the database had gone through: name → SHA-256 of its text. */
  steps: z.record(z.string(), z.string()),
  /** In an order that breaks no reference between them. */
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      key: z.array(z.string()),
    }),
  ),
})
export type Header = z.infer<typeof header>

const digested = z.object({ rows: z.number(), sha256: z.string() })
export const manifest = z.object({
  /** Per table: how many rows, and the SHA-256 over its lines in the order of its key. */
  tables: z.record(z.string(), digested),
  files: z.object({ count: z.number(), bytes: z.number(), store: z.enum(['folder', 'bucket']) }),
  /** Files that a row names and the store does not have. */
  missing_files: z.array(z.string()),
  has_keys: z.boolean(),
})
export type Manifest = z.infer<typeof manifest>
