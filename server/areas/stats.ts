import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { askSelection } from '../filter/run-selection.ts'
import type { Selection } from '../filter/selection.ts'
import { countAll } from './query.ts'
import type { SelectionInput } from './schemas.ts'
import { selectInArea } from './select.ts'
import type { Shape } from './shape.ts'

type Group = Omit<Queries['areas/summarise_digs']['row'], 'by'>

/**
 * The digs of an area added up: by stage, kind, card, promoter and street, month by month, and how often each road was dug.
 * Months run over the days asked for, else over the year around today. Areas in m², lengths in m along the centre lines.
 */
export async function summariseArea(ctx: Context, input: SelectionInput, shape: Shape) {
  const selections = await selectInArea(ctx, input, shape)
  const counts = await countAll(ctx, selections)
  const digs = selections.find(({ collection }) => collection.name === 'projects')
  return {
    area: { area_m2: shape.area_m2, bbox: shape.bbox },
    collections: selections.map(({ collection }, i) => ({ name: collection.name, number_matched: counts[i]! })),
    digs: digs ? await summariseDigs(ctx, digs, input, shape) : null,
  }
}

async function summariseDigs(ctx: Context, digs: Selection, input: SelectionInput, shape: Shape) {
  const groups = await askSelection(ctx, digs, 'areas/summarise_digs', {})
  const by = (name: string): Group[] =>
    groups.flatMap(({ by, ...group }) => (by === name && group.value !== null ? [group] : []))
  const all = groups.find((group) => group.by === 'all')
  const { district_codes, ewkb } = shape
  return {
    count: all?.count ?? 0,
    area_m2: all?.area_m2 ?? 0,
    length_m: all?.length_m ?? 0,
    by_stage: by('stage'),
    by_kind: by('kind'),
    by_card: by('card'),
    by_card_owner: by('card_owner'),
    by_digging: by('digging'),
    by_promoter: by('promoter').slice(0, 50),
    by_street: by('street').slice(0, 50),
    by_month: await askSelection(ctx, digs, 'areas/count_by_month', monthsOf(ctx, input)),
    by_road: await askSelection(ctx, digs, 'areas/count_digs_by_road', { district_codes, ewkb }),
  }
}

/** At most 240 months, counted back from the end. */
function monthsOf(ctx: Context, { from, to, at }: SelectionInput): { first: string; last: string } {
  const today = shanghaiDay(at ? new Date(at) : ctx.now)
  const month = (day: string, offset: number) => {
    const [year, number] = day.split('-').map(Number)
    return new Date(Date.UTC(year!, number! - 1 + offset, 1)).toISOString().slice(0, 10)
  }
  const last = month(to ?? (from && from > today ? from : today), to ? 0 : 6)
  const first = from ? month(from, 0) : month(last, -18)
  return { first: first < month(last, -239) ? month(last, -239) : first, last }
}
