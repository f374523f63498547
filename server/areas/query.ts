import type { Context } from '../context.ts'
import { countSelection, readSelection } from '../filter/run-selection.ts'
import type { Selection } from '../filter/selection.ts'
import { readCursor, writeCursor, type Place } from './cursor.ts'
import { writeFeature } from './feature.ts'
import type { QueryInput } from './schemas.ts'
import { selectInArea } from './select.ts'
import type { Shape } from './shape.ts'

/**
 * What is in an area, as JSON text: for each collection its count and its features, `limit` of them in all, collection by
 * collection in the order asked; `next` goes on. Counts are those of the first page. `count_only` answers counts and the area.
 */
export async function queryArea(ctx: Context, input: QueryInput, shape: Shape): Promise<string> {
  const { limit, cursor, count_only, ...question } = input
  const selections = await selectInArea(ctx, input, shape)
  const place: Place = cursor
    ? readCursor(cursor, question, selections.length)
    : { collection: 0, after: null, counts: await countAll(ctx, selections) }
  const page = count_only
    ? { features: selections.map(() => []), next: null }
    : await readPage(ctx, selections, place, limit)
  const collections = selections.map(
    ({ collection, at }, i) =>
      `{"name":${JSON.stringify(collection.name)},"number_matched":${place.counts[i]},` +
      `"as_of":${JSON.stringify(at)},"features":[${page.features[i]!.join(',')}]}`,
  )
  const next = page.next ? JSON.stringify(writeCursor({ ...page.next, counts: place.counts }, question)) : 'null'
  return `{"area":${writeArea(shape)},"collections":[${collections.join(',')}],"next":${next}}`
}

/** The area that was understood: its measure, its box, its outline. */
export function writeArea({ area_m2, bbox, geojson }: Shape): string {
  return `{"area_m2":${area_m2},"bbox":${JSON.stringify(bbox)},"geometry":${geojson}}`
}

export async function countAll(ctx: Context, selections: readonly Selection[]): Promise<number[]> {
  const counts: number[] = []
  for (const selection of selections) counts.push(await countSelection(ctx, selection))
  return counts
}

async function readPage(ctx: Context, selections: readonly Selection[], place: Place, limit: number) {
  const features: string[][] = selections.map(() => [])
  let left = limit
  for (const [i, selection] of selections.entries()) {
    if (i < place.collection || place.counts[i] === 0) continue
    if (left === 0) return { features, next: { collection: i, after: null } }
    const after = i === place.collection ? place.after : null
    const rows = await readSelection(ctx, selection, { after, limit: left + 1, format: 'geojson' })
    const page = rows.slice(0, left)
    features[i] = page.map((row) => writeFeature(row))
    if (rows.length > left) return { features, next: { collection: i, after: page.at(-1)!.after } }
    left -= page.length
  }
  return { features, next: null }
}
