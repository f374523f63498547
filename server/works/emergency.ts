import { startClock } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { queueMessage } from '../messages/queue.ts'
import { registerProject, type Registered } from '../projects/register.ts'
import type { ProjectInput } from '../projects/schemas.ts'
import { trafficPoliceOf } from '../projects/traffic.ts'
import { findWorks, moveWorks } from './move.ts'

/**
 * Dig first (城市道路管理条例 34): the dig is in progress from now, both authorities are told at once, and the promoter has the rule's hours to
 * file its application.
 */
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
  await tellAuthorities(ctx, registered, works.authority_id)
  return registered
}

/** 市政工程行政主管部门和公安交通管理部门: the one that decides, and the traffic police of the place. */
async function tellAuthorities(ctx: Context, dig: Registered, authority_id: string): Promise<void> {
  const { district_code, id, reference } = dig
  const traffic_id = await trafficPoliceOf(ctx, { district_code, project_id: id })
  for (const organisation_id of new Set([authority_id, traffic_id])) {
    if (organisation_id)
      await queueMessage(ctx, {
        template: 'emergency.started',
        params: { reference },
        to: { organisation_id },
        subject: { district_code, subject_kind: 'project', subject_id: id },
      })
  }
}
