import { systemActor } from '../access/actor.ts'
import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import type { Parts } from '../http/environment.ts'
import type { Job } from '../jobs.ts'
import { acceptApplication } from './accept.ts'
import { breakPromise } from './break-promise.ts'
import { grantRenewal } from './grant-request.ts'
import { findRequest, moveRequest } from './move-request.ts'
import { movePermit, type PermitRow } from './move.ts'

/**
 * What permits do by the calendar: an application nobody answered in time is deemed accepted; a permit past its last day is renewed when the
 * authority was asked and said nothing, has expired when it was used, and lapses when it was not. A promise whose day is over is broken.
 */
export const permitJobs: readonly Job[] = [
  { name: 'permits.calendar', every_seconds: 60, run: turnPermits },
  { name: 'permits.promises', every_seconds: 60, run: breakPromises },
]

const batch = 100
const deemed = { seen: null, note: 'deemed' }

async function turnPermits(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const [permits, requests] = await parts.run(system, async ({ tx, now }) => {
    const due = { district_code, today: shanghaiDay(now), limit: batch }
    return [await tx.many('permits/list_calendar_moves', due), await tx.many('permits/list_unaccepted_requests', due)]
  })
  for (const { id, turn } of permits)
    await parts.run(system, async (ctx) => {
      const permit = await ctx.tx.one('permits/lock_permit', { district_code, id })
      if (permit) await turnPermit(ctx, permit, turn)
    })
  for (const { id } of requests)
    await parts.run(system, async (ctx) => {
      const request = await findRequest(ctx, { district_code, id })
      if (request.status === 'submitted') await moveRequest(ctx, 'accept_application', request, { seen: null })
    })
}

async function turnPermit(ctx: Context, permit: PermitRow, turn: string): Promise<unknown> {
  if (turn === 'deem') return permit.status === 'submitted' && acceptApplication(ctx, permit, deemed)
  if (permit.status !== 'granted' && permit.status !== 'delivered') return
  if (turn === 'lapse' || turn === 'expire') return movePermit(ctx, turn, permit, { seen: null })
  const of = { district_code: permit.district_code, permit_id: permit.id }
  const open = (await ctx.tx.many('permits/list_change_requests', of)).find(
    ({ kind, status }) => kind === 'renewal' && (status === 'submitted' || status === 'application_accepted'),
  )
  if (open) await grantRenewal(ctx, open, { seen: null }, 'deem')
}

async function breakPromises(parts: Parts, district_code: number): Promise<void> {
  const system = systemActor(district_code)
  const overdue = await parts.run(system, ({ tx, now }) =>
    tx.many('permits/list_overdue_promises', { district_code, today: shanghaiDay(now), limit: batch }),
  )
  for (const { id, permit_id } of overdue)
    await parts.run(system, async (ctx) => {
      const permit = await ctx.tx.one('permits/lock_permit', { district_code, id: permit_id })
      if (permit) await breakPromise(ctx, { district_code, id }, permit.reference)
    })
}
