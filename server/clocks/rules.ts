import type { Context } from '../context.ts'
import type { Json } from '../db/queries.gen.ts'

export interface Rule {
  jurisdiction: string
  key: string
  value: Json
  unit: string | null
  basis_zh: string
  basis_en: string
}

/**
 * The rule in force for a district on a day: the district's own, else its city's, its province's, the nation's.
 * Law and limits are data; a missing rule is a fault of the installation, not of the caller.
 */
export async function ruleFor(ctx: Context, district_code: number, key: string, day: string): Promise<Rule> {
  const found = await findRule(ctx, district_code, key, day)
  if (!found) throw new Error(`no rule ${key} for ${district_code} on ${day}`)
  return found
}

/**
 * The same for what a place may or may not have regulated (a tariff); null when it has not. Asked for once in a transaction: law does not
 * change in the middle of an act, and a list of digs asks the same of each.
 */
export function findRule(ctx: Context, district_code: number, key: string, day: string): Promise<Rule | null> {
  const known = read.get(ctx.tx) ?? new Map<string, Promise<Rule | null>>()
  read.set(ctx.tx, known)
  const question = `${district_code} ${day} ${key}`
  const answer =
    known.get(question) ?? ctx.tx.one('clocks/find_rule', { key, day, jurisdictions: jurisdictionsOf(district_code) })
  known.set(question, answer)
  return answer
}

const read = new WeakMap<Context['tx'], Map<string, Promise<Rule | null>>>()

/** From the narrowest to the widest: district, city, province, nation. */
export function jurisdictionsOf(district_code: number): string[] {
  const code = String(district_code)
  return [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`, 'CN']
}
