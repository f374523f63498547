import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { queueMessage } from '../messages/queue.ts'
import { findUnit } from '../projects/find-unit.ts'
import { findHeldDecision } from './hold-decision.ts'
import { findHandover, moveHandover } from './move-handover.ts'
import type { PermitRow } from './move.ts'

/**
 * A grant hands the file to the unit that supervises digs there, which has some days to sign for it; it is told when the applicant is. Where no
 * such unit takes part nothing is handed over. A file whose grant was taken back before is handed over again.
 */
export async function handOver(ctx: Context, permit: PermitRow): Promise<void> {
  const { district_code, project_id, authority_id, promoter_id, contractor_id } = permit
  const unit_id = await findUnit(ctx, permit, { duty: 'supervision', kind: 'inspection' })
  if (!unit_id) return
  const former = await ctx.system(() =>
    ctx.tx.one('permits/find_handover_of_permit', { district_code, permit_id: permit.id }),
  )
  const key = { district_code, id: former?.id ?? randomUUID() }
  if (!former)
    await ctx.system(() =>
      ctx.tx.run('permits/insert_handover', {
        ...key,
        permit_id: permit.id,
        project_id,
        unit_id,
        authority_id,
        promoter_id,
        contractor_id,
        now: ctx.now.toISOString(),
      }),
    )
  await moveHandover(ctx, 'hand_over', await findHandover(ctx, key))
  const held = await findHeldDecision(ctx, permit)
  await queueMessage(ctx, {
    template: 'handover.handed_over',
    params: { reference: permit.reference },
    to: { organisation_id: unit_id },
    subject: { district_code, subject_kind: 'handover', subject_id: key.id },
    held_until: held && new Date(held.held_until),
  })
}
