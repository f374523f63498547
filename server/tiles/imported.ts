import { isStaff, type Actor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { FieldType, PublishedLayer } from './layers.ts'

/** An imported layer and the key of its rows. */
export interface ImportedLayer extends PublishedLayer {
  key: { district_code: number; layer_id: string }
}

/** The imported layer of this name that the caller may see, first in the caller's district, then at home; null when there is none. */
export async function findImported(ctx: Context, name: string, home: number): Promise<ImportedLayer | null> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) return null
  for (const district_code of new Set([ctx.actor.district_code, home])) {
    const found = await ctx.tx.one('tiles/find_layer', { district_code, name })
    if (found && maySee(ctx.actor, found)) return published(found)
  }
  return null
}

type Found = Queries['tiles/find_layer']['row']

/** The same rule as app_select in sql/policies/layer.sql. */
function maySee(actor: Actor, { audience, district_code, organisation_id }: Found): boolean {
  if (audience === 'public' || actor.organisation_id === organisation_id) return true
  return audience === 'staff' && isStaff(actor) && actor.districts.includes(district_code)
}

function published({
  district_code,
  id,
  name,
  title_zh,
  title_en,
  audience,
  columns,
  licence,
  source,
}: Found): ImportedLayer {
  const fields = Object.fromEntries(
    (columns as { name: string; type: string }[]).map((column) => [column.name, fieldTypes[column.type] ?? 'String']),
  )
  return {
    name,
    title_zh,
    title_en,
    audience: audience === 'public' ? 'everyone' : 'owners',
    parts: [{ name, query: 'tiles/layer_features', fields, min_zoom: 0, max_zoom: 22 }],
    min_zoom: 0,
    max_zoom: 17,
    max_age_seconds: 5,
    attribution: [source, licence].filter(Boolean).join(' · ') || undefined,
    key: { district_code, layer_id: id },
  }
}

const fieldTypes: Readonly<Record<string, FieldType>> = { number: 'Number', integer: 'Number', boolean: 'Boolean' }
