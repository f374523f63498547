import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import { ruleFor } from './rules.ts'
import { addMonths, shanghaiDay } from './working-days.ts'

const batch = 100

/** Until when what ended is to be forgotten, at most how many at once, and the rule that says so. */
export interface Term {
  before: string
  limit: number
  months: number
  basis_zh: string
}

/** Forgets what ended longer ago than the months of a rule (`key`), a batch in a transaction, until none is left. `forget` answers how many it was. */
export async function forgetEnded(
  parts: Parts,
  district_code: number,
  key: string,
  forget: (ctx: Context, term: Term) => Promise<number>,
): Promise<void> {
  for (let forgotten = batch; forgotten === batch;)
    forgotten = await parts.run(systemActor(district_code), async (ctx) => {
      const today = shanghaiDay(ctx.now)
      const { value, basis_zh } = await ruleFor(ctx, district_code, key, today)
      const months = Number(value.months)
      return forget(ctx, { before: `${addMonths(today, -months)}T00:00:00+08:00`, limit: batch, months, basis_zh })
    })
}
