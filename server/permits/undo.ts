import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import { move } from '../machine/move.ts'
import { takeBackMessages } from '../messages/take-back.ts'
import { refold } from '../projects/refold.ts'
import { dropHandover } from './drop-open.ts'
import { findHeldDecision } from './hold-decision.ts'
import { moveConsent } from './move-consent.ts'
import { movePromise, promiseOf } from './move-promise.ts'
import { appendPermitVersion, type PermitRow } from './move.ts'
import { permitMachine, type PermitMove } from './states.ts'
import { templateOf } from './tell.ts'

/** The two ways back: to the examination of an accepted application, or to one that is not accepted yet. */
const undoOf = ({ status }: Pick<PermitRow, 'status'>): 'undo' | 'undo_answer' =>
  status === 'supplement_requested' || status === 'not_accepted' ? 'undo_answer' : 'undo'

/**
 * Takes back a decision of one's own of which the applicant has not been told: its message is never sent, its paper never printed, the permit and its
 * clocks stand as before, consents that fell with it are asked again, a promise stands again, a file handed over is back. 409 once the message has left, or when somebody has acted on the decision.
 */
export async function undoDecision(
  ctx: Context,
  permit: PermitRow,
  change: { seen: number | null; reason: string },
): Promise<{ version: number }> {
  if (ctx.actor.role === 'authority' && permit.authority_id !== ctx.actor.organisation_id)
    throw new Problem(403, 'permits/other-authority')
  const { district_code, id, project_id } = permit
  const name = undoOf(permit)
  let decided_at = ''
  const moved = await move(ctx, permitMachine, name, permit, {
    seen: change.seen,
    reason: change.reason,
    data: { reference: permit.reference, reason: change.reason, undone_version: permit.version },
    change: async ({ status, version }) => {
      decided_at = await ensureUntold(ctx, permit)
      return ctx.system(() =>
        ctx.tx.one('permits/undo_decision', {
          district_code,
          id,
          from: status as never,
          to: permitMachine.moves[name].to,
          version,
          now: ctx.now.toISOString(),
        }),
      )
    },
  })
  if (permit.status === 'granted') {
    await closeGround(ctx, permit)
    await dropHandover(ctx, permit)
  }
  await askDroppedAgain(ctx, permit)
  if (permit.status === 'refused' || permit.status === 'not_accepted')
    await restorePromise(ctx, permit, { name, decided_at })
  await appendPermitVersion(ctx, permit)
  await refold(ctx, { district_code, id: project_id })
  return moved
}

/** 409 when it cannot be taken back any more; else when it was decided. */
async function ensureUntold(ctx: Context, permit: PermitRow): Promise<string> {
  const { district_code, id, project_id } = permit
  const decision = await findHeldDecision(ctx, permit)
  if (!decision) throw new Problem(409, 'permits/applicant-told')
  const open = await ctx.tx.one('permits/find_open_permit', { district_code, project_id })
  const asked = await ctx.tx.many('permits/list_change_requests', { district_code, permit_id: id })
  const handover = await ctx.system(() =>
    ctx.tx.one('permits/find_handover_of_permit', { district_code, permit_id: id }),
  )
  if (
    (open && open.id !== id) ||
    asked.some(({ status }) => status === 'submitted' || status === 'application_accepted') ||
    handover?.status === 'signed'
  )
    throw new Problem(409, 'permits/acted-upon')
  const subject = { district_code, subject_kind: 'permit', subject_id: id }
  if (
    !(await takeBackMessages(ctx, {
      ...subject,
      template: templateOf(decision.move as PermitMove)!,
      queued_at: decision.decided_at,
    }))
  )
    throw new Problem(409, 'permits/applicant-told')
  if (handover?.status === 'waiting')
    await takeBackMessages(ctx, {
      district_code,
      subject_kind: 'handover',
      subject_id: handover.id,
      template: 'handover.handed_over',
      queued_at: decision.decided_at,
    })
  return decision.decided_at
}

/** Consents fell with the refusal (drop-open.ts); none was dropped before, for only the end of a permit drops them. */
async function askDroppedAgain(ctx: Context, { district_code, id }: PermitRow): Promise<void> {
  const consents = await ctx.system(() => ctx.tx.many('permits/list_consents', { district_code, permit_id: id }))
  for (const consent of consents.filter(({ status }) => status === 'dropped'))
    await moveConsent(ctx, 'ask_again', consent, { seen: null })
}

/** The promise fell with the decision, at its instant; one that another signature had replaced before stays fallen. */
async function restorePromise(
  ctx: Context,
  permit: PermitRow,
  undo: { name: 'undo' | 'undo_answer'; decided_at: string },
): Promise<void> {
  const promise = await promiseOf(ctx, permit, 'dropped')
  if (!promise?.ended_at || Date.parse(promise.ended_at) !== Date.parse(undo.decided_at)) return
  await movePromise(ctx, undo.name === 'undo' ? 'restore' : 'restore_offer', promise)
}

function closeGround(ctx: Context, { district_code, project_id }: PermitRow): Promise<void> {
  return ctx.system(() =>
    ctx.tx.run('permits/close_ground', {
      district_code,
      project_id,
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
    }),
  )
}
