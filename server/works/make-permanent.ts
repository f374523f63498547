import { currentCalendar } from '../clocks/calendar.ts'
import { addMonths, nextWorkingDay, shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { notFound, Problem } from '../http/problem.ts'
import { parsePublicId, type Key } from '../http/public-id.ts'
import { move } from '../machine/move.ts'
import { evidenceOf } from '../projects/evidence.ts'
import { refold } from '../projects/refold.ts'
import { lengthenGuarantee } from './extend-guarantee.ts'
import { guaranteeRule } from './guarantee.ts'
import { findWorks } from './move.ts'
import { reinstatementMachine } from './reinstatement-states.ts'

/**
 * The permanent reinstatement is done and measured: its clock ends, and it is vouched for from now for the whole period, so a guarantee that
 * runs is lengthened to that. Returns the dig.
 */
export async function makePermanent(
  ctx: Context,
  public_id: string,
  input: { restored_m2: number; evidence?: string[]; seen: number | null },
): Promise<Key> {
  const key = parsePublicId('rst', public_id)
  const found = key && ctx.actor.role !== 'public' ? await ctx.tx.one('works/find_reinstatement', key) : null
  if (!found) throw notFound('works')
  if (ctx.actor.role === 'authority' && found.authority_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'works/other-authority')
  const { district_code, project_id } = found
  await move(ctx, reinstatementMachine, 'make_permanent', found, {
    seen: input.seen,
    evidence: await evidenceOf(ctx, found, input.evidence ?? [], '/evidence'),
    data: { area_m2: input.restored_m2 },
    change: ({ status, version }) =>
      ctx.system(() =>
        ctx.tx.one('works/move_reinstatement', {
          district_code,
          id: found.id,
          from: status as never,
          to: reinstatementMachine.moves.make_permanent.to,
          version,
          permanent_area_m2: input.restored_m2,
          now: ctx.now.toISOString(),
        }),
      ),
  })
  await vouchAnew(ctx, { district_code, id: project_id })
  await refold(ctx, { district_code, id: project_id })
  return { district_code, id: project_id }
}

async function vouchAnew(ctx: Context, project: Key): Promise<void> {
  const works = await findWorks(ctx, project)
  if (works.status !== 'guarantee') return
  const today = shanghaiDay(ctx.now)
  const rule = await guaranteeRule(ctx, works, today)
  const to = nextWorkingDay(addMonths(today, rule.value.months), await currentCalendar(ctx))
  await lengthenGuarantee(ctx, works, to)
}
