import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { collections, type Collection } from '../filter/collections.ts'
import { findImported, type ImportedCollection } from '../filter/imported.ts'
import { askSelection, countSelection } from '../filter/run-selection.ts'
import { select, type Selection } from '../filter/selection.ts'
import { mayAsk, sightOf } from '../filter/sight.ts'
import { notFound } from '../http/problem.ts'

/** Every layer the caller may ask for, our own first, each with its columns and how many features the caller sees in it. Runs as dongtu_map. */
export async function listLayers(ctx: Context, home: number) {
  const layers = []
  for (const layer of await visible(ctx, home, null))
    layers.push({ ...describe(layer), count: await countSelection(ctx, all(ctx, layer, home)) })
  return layers
}

/** One layer with the box its features lie in; 404 when there is none, or none for this caller. */
export async function findLayer(ctx: Context, name: string, home: number) {
  const [layer] = await visible(ctx, home, name)
  if (!layer) throw notFound('layers')
  const [measured] = await askSelection(ctx, all(ctx, layer, home), 'layers/measure_layer', {})
  const { count, west, south, east, north } = measured!
  return { ...describe(layer), count, bbox: west === null ? null : [west, south!, east!, north!] }
}

async function visible(ctx: Context, home: number, name: string | null): Promise<Collection[]> {
  const own = [...collections.values()].filter((one) => !name || one.name === name)
  const imported = await findImported(ctx, codes(ctx, home), name ? [name] : null)
  return [...own.filter(({ audience }) => mayAsk(audience, ctx.actor)), ...imported.values()]
}

function describe(layer: Collection) {
  const imported = 'layer' in layer ? (layer as ImportedCollection).layer : null
  return {
    name: layer.name,
    title_zh: layer.title_zh,
    title_en: layer.title_en,
    audience: imported?.audience ?? audiences[layer.audience],
    geometry_type: imported?.geometry_type ?? layer.geometry_type,
    is_imported: imported !== null,
    has_past: layer.base_at !== null,
    columns: Object.entries(layer.fields).map(([name, type]) => ({ name, type })),
    licence: imported?.licence ?? null,
    source: imported?.source ?? null,
    tiles: `/tiles/${layer.name}.json`,
  }
}

function all(ctx: Context, layer: Collection, home: number): Selection {
  const imported = 'layer' in layer ? (layer as ImportedCollection).layer : null
  const params = {
    district_codes: codes(ctx, home),
    ...sightOf(ctx.actor),
    today: shanghaiDay(ctx.now),
    layer_district_code: imported?.district_code,
    layer_id: imported?.id,
  }
  return select(layer, params, null)
}

const codes = (ctx: Context, home: number) => [...new Set([ctx.actor.district_code, ...ctx.actor.districts, home])]

/** In the words of imported layers. */
const audiences = { everyone: 'public', owners: 'organisation', staff: 'staff' } as const
