import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'

/** What supervision counts of a year, for staff: cards raised by month, clocks broken and by whom, red cards nobody has explained. */
export async function supervisionFigures(ctx: Context, year: number) {
  const of = { district_code: ctx.actor.district_code, year }
  const [cards, late] = await ctx.system(async () => [
    await ctx.tx.many('figures/count_cards', of),
    await ctx.tx.many('figures/count_late', of),
  ])
  const months = Array.from({ length: 12 }, (_, i) => i + 1)
  const byMonth = (card: string) => months.map((month) => raised(cards, card, month))
  const broken = late.filter(({ month }) => month > 0)
  return {
    yellow: byMonth('yellow'),
    red: byMonth('red'),
    breached: months.map((month) => total(broken.filter((row) => row.month === month))),
    breached_by: (['authority', 'utility', 'promoter'] as const).map((owner) => ({
      owner,
      count: total(broken.filter((row) => row.owner === owner)),
    })),
    unexplained: total(late.filter(({ month }) => month === 0)),
  }
}

const raised = (rows: Queries['figures/count_cards']['row'][], card: string, month: number) =>
  rows.find((row) => row.card === card && row.month === month)?.raised ?? 0
const total = (rows: { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0)
