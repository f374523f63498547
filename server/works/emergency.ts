import { startClock } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { registerProject, type Registered } from '../projects/register.ts'
import type { ProjectInput } from '../projects/schemas.ts'
import { findWorks, moveWorks } from './move.ts'

/** Dig first (城市道路管理条例 34): the dig is in progress from now, and the promoter has the rule's hours to file its application. */
export async function startEmergency(ctx: Context, input: ProjectInput & { cause: string }): Promise<Registered> {
  if (ctx.actor.role !== 'promoter') throw new Problem(403, 'works/not-your-move')
  const { cause, ...plan } = input
  const registered = await registerProject(ctx, { ...plan, kind: 'emergency_repair' }, { emergency_cause: cause })
  const works = await findWorks(ctx, registered)
  await startClock(
    ctx,
    {
      district_code: registered.district_code,
      subject_kind: 'project',
      subject_id: registered.id,
      project_id: registered.id,
      promoter_id: works.promoter_id,
      contractor_id: works.contractor_id,
    },
    { kind: 'emergency.filing', owner: 'promoter', owner_id: works.promoter_id },
  )
  await moveWorks(ctx, 'start_emergency', works, { reason: cause })
  return registered
}
