import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { collections as published, type Collection } from '../filter/collections.ts'
import type { Expression } from '../filter/ast.ts'
import { findImported, type ImportedCollection } from '../filter/imported.ts'
import { areaPiece, periodPiece } from '../filter/pieces.ts'
import { filterPiece, readFilter } from '../filter/read-filter.ts'
import { narrow, select, type Selection } from '../filter/selection.ts'
import { mayAsk, sightOf } from '../filter/sight.ts'
import { field, invalid, Problem } from '../http/problem.ts'
import type { SelectionInput } from './schemas.ts'
import type { Shape } from './shape.ts'

/**
 * The one definition of "in the area": a feature shares ground with it (borders included), is seen by the caller, fits
 * the filter, and, when days are given, lies open in them: was, is or will be dug. One selection per collection asked for,
 * in that order. With `at` the past answers where it is kept. Runs as dongtu_map; the statements carry the caller's eyes.
 */
export async function selectInArea(ctx: Context, input: SelectionInput, shape: Shape): Promise<Selection[]> {
  const filter = input.filter === undefined ? null : readFilter(input.filter)
  const asked = await findCollections(ctx, [...new Set(input.collections)], shape.district_codes)
  const params = {
    district_codes: shape.district_codes,
    ...sightOf(ctx.actor),
    today: shanghaiDay(input.at ? new Date(input.at) : ctx.now),
    at: input.at ?? null,
    known_at: input.known_at ?? null,
  }
  return asked.map((collection) => {
    const layer = 'layer' in collection ? (collection as ImportedCollection).layer : null
    const rows = layer ? { ...params, layer_district_code: layer.district_code, layer_id: layer.id } : params
    const selection = select(collection, rows, input.at ?? null)
    return narrow(
      selection,
      areaPiece(shape.ewkb),
      periodPiece(collection, input.from ?? null, input.to ?? null),
      filter && compiled(filter, selection),
    )
  })
}

/** A filter must fit every collection it is asked of; the fault says which one it does not fit. */
function compiled(filter: Expression, { collection, columns }: Selection) {
  try {
    return filterPiece(filter, columns)
  } catch (error) {
    if (error instanceof Problem) error.facts.collection = collection.name
    throw error
  }
}

async function findCollections(ctx: Context, names: string[], district_codes: number[]): Promise<Collection[]> {
  const foreign = names.filter((name) => !published.has(name))
  const imported = foreign.length > 0 ? await findImported(ctx, district_codes, foreign) : new Map<string, Collection>()
  return names.map((name, i) => {
    const pointer = `/collections/${i}`
    const found = published.get(name) ?? imported.get(name)
    if (!found)
      throw invalid('areas/invalid', [
        field(pointer, 'areas/unknown-collection', `没有图层 ${name}`, `there is no collection ${name}`),
      ])
    if (!mayAsk(found.audience, ctx.actor)) throw new Problem(403, 'areas/collection-not-yours', { collection: name })
    return found
  })
}
