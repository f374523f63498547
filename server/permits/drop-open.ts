import { stopClocks } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import { moveConsent } from './move-consent.ts'
import { moveHandover } from './move-handover.ts'
import { movePromise, promiseOf } from './move-promise.ts'
import { moveRequest, requestMachines } from './move-request.ts'
import type { PermitRow } from './move.ts'

/**
 * What hangs on a permit falls with it: consents nobody answered, changes and renewals nobody decided, what was promised for it, a file nobody
 * signed for (their clocks end without fault), and the ground it opened.
 */
export async function dropOpen(ctx: Context, permit: PermitRow): Promise<void> {
  const of = { district_code: permit.district_code, permit_id: permit.id }
  const [consents, requests] = await ctx.system(async () => [
    await ctx.tx.many('permits/list_consents', of),
    await ctx.tx.many('permits/list_change_requests', of),
  ])
  for (const consent of consents.filter(({ status }) => status === 'asked')) {
    await stopClocks(
      ctx,
      { ...consent, subject_kind: 'consent', subject_id: consent.id },
      [`consent.${consent.kind}`],
      'cancelled',
    )
    await moveConsent(ctx, 'drop', consent, { seen: null })
  }
  for (const request of requests.filter(({ status }) => status === 'submitted' || status === 'application_accepted')) {
    const { subject_kind } = requestMachines[request.kind]
    await stopClocks(
      ctx,
      { ...request, subject_kind, subject_id: request.id },
      [`${request.kind}.acceptance`, `${request.kind}.decision`],
      'cancelled',
    )
    await moveRequest(ctx, 'drop', request, { seen: null })
  }
  await dropPromise(ctx, permit)
  await dropHandover(ctx, permit)
  await ctx.system(() =>
    ctx.tx.run('permits/close_ground', {
      district_code: permit.district_code,
      project_id: permit.project_id,
      now: ctx.now.toISOString(),
      recorded_at: ctx.wall.toISOString(),
    }),
  )
}

async function dropPromise(ctx: Context, permit: PermitRow): Promise<void> {
  const promise = await promiseOf(ctx, permit, 'offered', 'accepted')
  if (!promise) return
  const subject = { ...promise, subject_kind: 'promise', subject_id: promise.id }
  await stopClocks(ctx, subject, ['promise.documents'], 'cancelled')
  await movePromise(ctx, 'drop', promise)
}

/** A file nobody signed for is not handed over any more. */
export async function dropHandover(ctx: Context, { district_code, id }: PermitRow): Promise<void> {
  const handover = await ctx.system(() =>
    ctx.tx.one('permits/find_handover_of_permit', { district_code, permit_id: id }),
  )
  if (handover?.status !== 'waiting') return
  const subject = { ...handover, subject_kind: 'handover', subject_id: handover.id }
  await stopClocks(ctx, subject, ['handover.sign_for'], 'cancelled')
  await moveHandover(ctx, 'drop', handover)
}
