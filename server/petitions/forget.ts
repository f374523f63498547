import { forgetEnded } from '../clocks/forget.ts'
import type { Parts } from '../http/environment.ts'

/**
 * When the term of the rule is over since a request was closed, the petitioner's name, telephone and own words go (个人信息保护法 19, 47). What kind it was,
 * its dispatches, answers and events stay, for the figures.
 */
export const forgetPetitioners = (parts: Parts, district_code: number): Promise<void> =>
  forgetEnded(parts, district_code, 'petition.retention', async (ctx, { before, limit, months, basis_zh }) => {
    const ended = await ctx.tx.many('petitions/list_to_forget', { district_code, before, limit })
    for (const { id, reference } of ended) {
      await ctx.tx.run('petitions/forget_petitioner', { district_code, id })
      await ctx.tx.run('petitions/forget_words', { district_code, id, now: ctx.now.toISOString() })
      await ctx.audit({
        action: 'petition.forget',
        district_code,
        subject_kind: 'petition',
        subject_id: id,
        reason: basis_zh,
        detail: { reference, months },
      })
    }
    return ended.length
  })
