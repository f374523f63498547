import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import { definitions, source, type Definition, type Sum } from './definitions.ts'

type Row = Queries['figures/count_approvals']['row']
/** The authority's clocks for a decision; both stop with it. */
export const decisionClocks = ['permit.decision', 'permit.decision_joint']

/** The public figures of a year beside those of the year before, each with its parts, its months and the way it is computed. */
export async function approvalFigures(ctx: Context, year: number) {
  const rows = await ctx.system(() =>
    ctx.tx.many('figures/count_approvals', {
      district_code: ctx.actor.district_code,
      year,
      clocks: decisionClocks,
      known_on: shanghaiDay(ctx.now),
    }),
  )
  return definitions.map((definition) => tile(definition, rows, year))
}

function tile(definition: Definition, rows: Row[], year: number) {
  const { figure, unit, kinds, of, definition_zh, definition_en, reported } = definition
  const counted = of ? rows.filter(({ kind }) => kinds?.includes(kind) ?? true) : []
  const inYear = (asked: number, month?: number) =>
    valueOf(
      of,
      counted.filter((row) => row.year === asked && (month === undefined || row.month === month)),
    )
  const months = Array.from({ length: 12 }, (_, i) => ({ month: i + 1, ...inYear(year, i + 1) }))
  return {
    figure,
    unit,
    has_data: of !== null,
    this_year: inYear(year),
    last_year: inYear(year - 1),
    months,
    reported: reported && { ...reported, source },
    definition_zh,
    definition_en,
  }
}

/** Null where nothing was decided: no figure is not nought. */
function valueOf(of: Definition['of'], rows: Row[]) {
  const sum = (name: Sum) => rows.reduce((total, row) => total + row[name], 0)
  const numerator = of ? sum(of.numerator) : 0
  const denominator = of ? sum(of.denominator) : 0
  const ratio = denominator > 0 ? numerator / denominator : null
  return { value: ratio !== null && of?.isSaving ? 1 - ratio : ratio, numerator, denominator }
}
