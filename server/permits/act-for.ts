import type { Actor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { Run } from '../run.ts'
import { findMandate } from './give-mandate.ts'

/**
 * Runs a verb for a firm by its mandate, as a person of the counter that was given it: the firm is who applies, the person is who acts, and every
 * record of it names both. The mandate is held until the commit, so nothing is done by one that was just taken back.
 */
export async function actFor<T>(
  run: Run,
  agent: Actor,
  mandate_id: string,
  verb: (ctx: Context) => Promise<T>,
): Promise<T> {
  const mandate = await run(agent, (ctx) => findMandate(ctx, mandate_id))
  if (agent.role !== 'authority' || mandate.authority_id !== agent.organisation_id)
    throw new Problem(403, 'permits/not-your-move')
  const { district_code, id, promoter_id, promoter_name } = mandate
  const firm: Actor = {
    ...agent,
    role: 'promoter',
    organisation_id: promoter_id,
    organisation_name: promoter_name,
    organisation_name_en: promoter_name,
    agent: {
      mandate_id: id,
      role: agent.role,
      organisation_id: agent.organisation_id!,
      organisation_name: agent.organisation_name!,
    },
  }
  return run(firm, async (ctx) => {
    const authority_id = agent.organisation_id!
    const today = shanghaiDay(ctx.now)
    const inForce = await ctx.system(() =>
      ctx.tx.one('permits/lock_mandate', { district_code, id, authority_id, today }),
    )
    if (!inForce) throw new Problem(409, 'permits/mandate-over')
    return verb(ctx)
  })
}
