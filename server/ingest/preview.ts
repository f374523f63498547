import { rm } from 'node:fs/promises'
import type { Actor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { fromZod } from '../http/errors.ts'
import { Problem } from '../http/problem.ts'
import { receiveFile } from '../http/receive-file.ts'
import { type Inspection, inspectFile } from './inspect.ts'
import { geometryColumns, type Mapping, signatureOf, suggestMapping } from './mapping.ts'
import { limitsOf } from './options.ts'
import { previewFields } from './schemas.ts'
import { cleanName, mayImport } from './take-import.ts'

type Run = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>
export interface Preview extends Inspection {
  suggested_mapping: Mapping
  /** What this organisation used last for the same columns. */
  remembered_mapping: Mapping | null
}

/** Looks into a file without keeping it or writing anything: where it lies, what it holds, what must be chosen, how its columns may map. */
export async function previewFile(parts: Parts, actor: Actor, run: Run, request: Request): Promise<Preview> {
  mayImport(actor)
  const path = await parts.store.incoming()
  try {
    const { fields, file } = await receiveFile(request, path, parts.config.UPLOAD_LIMIT_MB)
    const parsed = previewFields.safeParse(fields)
    if (!parsed.success) throw new Problem(422, 'http/invalid-input', { in: 'form' }, fromZod(parsed.error as never))
    const { target, crs, encoding, source_layer, mapping } = parsed.data
    const limits = limitsOf(parts.config.UPLOAD_LIMIT_MB)
    const options = { name: cleanName(file.name), crs, encoding, layer: source_layer, limits }
    const inspection = await inspectFile(path, { ...options, geometry: geometryColumns(mapping) })
    const columns = inspection.summary?.columns ?? []
    if (!target || columns.length === 0) return { ...inspection, suggested_mapping: {}, remembered_mapping: null }
    const signature = signatureOf(columns)
    const { district_code, organisation_id } = actor
    const known = await run((ctx) =>
      ctx.tx.one('ingest/find_mapping', { district_code, organisation_id, target, signature }),
    )
    return {
      ...inspection,
      suggested_mapping: suggestMapping(target, columns),
      remembered_mapping: (known?.mapping as Mapping | undefined) ?? null,
    }
  } finally {
    await rm(path, { force: true })
  }
}
