import { jurisdictionsOf } from '../clocks/rules.ts'
import type { Context } from '../context.ts'

/** The dig as the rules look at it. */
export interface Facts {
  kind: string
  on_road: boolean
  in_moratorium: boolean
  protected_themes: readonly string[]
  depth_m: number | null
}

interface Condition {
  kinds: string[]
  on_road?: boolean
  in_moratorium?: boolean
  protected_themes?: string[]
  depth_least_m?: number
}

/** Which approvals, plans and notices such a dig needs, each with its article: rules `need.*` of the place, whose conditions are data. */
export async function needsOf(ctx: Context, district_code: number, day: string, facts: Facts) {
  const rules = await ctx.tx.many('restrictions/list_needs', { jurisdictions: jurisdictionsOf(district_code), day })
  return rules
    .filter(({ value }) => holds(value as Condition, facts))
    .map(({ key, basis_zh, basis_en }) => ({ name: key.slice('need.'.length), basis_zh, basis_en }))
}

/** Every condition that a rule names must be met. */
export function holds(condition: Condition, facts: Facts): boolean {
  const { kinds, on_road, in_moratorium, protected_themes, depth_least_m } = condition
  return (
    kinds.includes(facts.kind) &&
    (on_road === undefined || on_road === facts.on_road) &&
    (in_moratorium === undefined || in_moratorium === facts.in_moratorium) &&
    (protected_themes === undefined || protected_themes.some((theme) => facts.protected_themes.includes(theme))) &&
    (depth_least_m === undefined || (facts.depth_m !== null && facts.depth_m >= depth_least_m))
  )
}
