import { systemActor } from '../access/actor.ts'
import { ruleFor } from '../clocks/rules.ts'
import { addMonths, shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'

const batch = 100

/**
 * When the term of the rule is over since a request was closed, the petitioner's name, telephone and own words go (个人信息保护法 19, 47). What kind it was,
 * its dispatches, answers and events stay, for the figures.
 */
export async function forgetPetitioners(parts: Parts, district_code: number): Promise<void> {
  for (let forgotten = batch; forgotten === batch;)
    forgotten = await parts.run(systemActor(district_code), (ctx) => forgetBatch(ctx, district_code))
}

async function forgetBatch(ctx: Context, district_code: number): Promise<number> {
  const today = shanghaiDay(ctx.now)
  const rule = await ruleFor(ctx, district_code, 'petition.retention', today)
  const months = Number(rule.value.months)
  const before = `${addMonths(today, -months)}T00:00:00+08:00`
  const ended = await ctx.tx.many('petitions/list_to_forget', { district_code, before, limit: batch })
  for (const { id, reference } of ended) {
    await ctx.tx.run('petitions/forget_petitioner', { district_code, id })
    await ctx.tx.run('petitions/forget_words', { district_code, id, now: ctx.now.toISOString() })
    await ctx.audit({
      action: 'petition.forget',
      district_code,
      subject_kind: 'petition',
      subject_id: id,
      reason: rule.basis_zh,
      detail: { reference, months },
    })
  }
  return ended.length
}
