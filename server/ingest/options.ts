export interface Limits {
  /** The uploaded file. */
  file_bytes: number
  /** All that an archive inflates to. */
  inflated_bytes: number
  archive_entries: number
  /** Inflated to packed, once more than 64 MB are inflated. */
  archive_ratio: number
  /** A format that has to be parsed as a whole (messages, boundary-point text). */
  whole_file_bytes: number
  step_seconds: number
  wasm_bytes: number
  heap_megabytes: number
}

export const defaultLimits: Limits = {
  file_bytes: 512e6,
  inflated_bytes: 1e9,
  archive_entries: 2000,
  archive_ratio: 200,
  whole_file_bytes: 32e6,
  step_seconds: 300,
  wasm_bytes: 1 << 30,
  heap_megabytes: 512,
}

export interface Progress {
  phase: 'opening' | 'converting' | 'reading'
  read: number
  total: number | null
}

export interface ReadOptions {
  /** The name the file was sent under; its extension counts only where the content does not decide. */
  name?: string | undefined
  /** EPSG:4523, GCJ-02, BD-09 … */
  crs?: string | undefined
  encoding?: string | undefined
  layer?: string | undefined
  geometry?: { x: string; y: string } | { wkt: string } | undefined
  /** Rows at most, for a preview. */
  limit?: number | undefined
  /** Also count what the file holds before reading it (one more pass). */
  counted?: boolean | undefined
  /** Where the reading's own temporary folder is made; the system's by default. */
  scratch?: string | undefined
  limits?: Partial<Limits> | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

/** The limits of reading on a server whose uploads may have so many MB. */
export const limitsOf = (upload_limit_mb: number): Partial<Limits> => ({ file_bytes: upload_limit_mb * 1024 * 1024 })
