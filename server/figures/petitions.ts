import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { petitionDefinitions, type PetitionDefinition } from './definitions.ts'

type Row = Queries['figures/count_petitions']['row']

/** The public figures of the requests that came in a year, beside those of the year before: received, closed, satisfied, days to the first answer. */
export async function petitionFigures(ctx: Context, year: number) {
  const rows = await ctx.system(() =>
    ctx.tx.many('figures/count_petitions', {
      district_code: ctx.actor.district_code,
      year,
      known_on: shanghaiDay(ctx.now),
    }),
  )
  return petitionDefinitions.map((definition) => {
    const { figure, unit, definition_zh, definition_en } = definition
    const at = (asked: number, month: number) =>
      valueOf(
        definition,
        rows.find((row) => row.year === asked && row.month === month),
      )
    return {
      figure,
      unit,
      has_data: true,
      this_year: at(year, 0),
      last_year: at(year - 1, 0),
      months: Array.from({ length: 12 }, (_, i) => ({ month: i + 1, ...at(year, i + 1) })),
      reported: null,
      definition_zh,
      definition_en,
    }
  })
}

/** A median has no sum: both its parts are how many it was taken of. Null where there is nothing to take it of. */
function valueOf({ unit, of }: PetitionDefinition, row: Row | undefined) {
  const numerator = row?.[of.numerator] ?? 0
  const denominator = row?.[of.denominator] ?? 0
  if (unit === 'count') return { value: numerator, numerator, denominator }
  if (unit === 'working_days') return { value: row?.answer_days ?? null, numerator, denominator }
  return { value: denominator > 0 ? numerator / denominator : null, numerator, denominator }
}
