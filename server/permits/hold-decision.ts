import { ruleFor } from '../clocks/rules.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Queries } from '../db/queries.gen.ts'
import type { PermitRow } from './move.ts'
import type { PermitMove } from './states.ts'

/** What the applicant is told a little later, so that a slip of the hand can be taken back before anybody has heard of it. */
const held: readonly PermitMove[] = ['request_supplement', 'not_accept', 'grant', 'refuse']

/**
 * Keeps how the permit stood before such a decision, in its transaction and before its update. Answers until when its message waits: by the wall
 * clock, like every sending, for as long as the rule permit.holding says; null where nothing is held.
 */
export async function holdDecision(ctx: Context, move: PermitMove, permit: PermitRow): Promise<Date | null> {
  if (!held.includes(move)) return null
  const { district_code, id, version } = permit
  const { seconds } = (await ruleFor(ctx, district_code, 'permit.holding', shanghaiDay(ctx.now))).value
  if (!(seconds > 0)) return null
  const held_until = new Date(ctx.wall.getTime() + seconds * 1000)
  await ctx.system(() =>
    ctx.tx.run('permits/hold_decision', {
      district_code,
      id,
      version,
      move,
      now: ctx.now.toISOString(),
      held_until: held_until.toISOString(),
    }),
  )
  return held_until
}

/** The decision that the caller may still take back, if it is of its own authority. */
export async function findHeldDecision(
  ctx: Context,
  { district_code, id, version, authority_id }: PermitRow,
): Promise<Queries['permits/find_held_decision']['row'] | null> {
  if (ctx.actor.organisation_id !== authority_id) return null
  return ctx.tx.one('permits/find_held_decision', {
    district_code,
    permit_id: id,
    version,
    wall: ctx.wall.toISOString(),
  })
}
