import { jurisdictionsOf } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { ProjectKind } from '../db/queries.gen.ts'

interface Terms {
  levels: string[]
  kinds: ProjectKind[]
  exempts_emergency: boolean
  answer_hours: number
}

/** The kinds of alert that may be issued here today: levels, the works they stop unless the alert says otherwise, the hours for a receipt, and the law. */
export async function listKinds(ctx: Context) {
  const rows = await ctx.tx.many('alerts/list_kinds', {
    jurisdictions: jurisdictionsOf(ctx.actor.district_code),
    day: shanghaiDay(ctx.now),
  })
  return rows.map(({ key, value, basis_zh, basis_en }) => ({
    kind: key.slice('alert.'.length),
    ...(value as unknown as Terms),
    basis_zh,
    basis_en,
  }))
}
