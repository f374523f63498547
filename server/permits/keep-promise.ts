import { resumeClocks } from '../clocks/clock.ts'
import type { Context } from '../context.ts'
import { movePromise, promiseOf, type PromiseRow } from './move-promise.ts'
import type { PermitRow } from './move.ts'
import { missingDocuments } from './required-documents.ts'

/** Once everything that was promised is there, the promise is kept, and the delivery that waited for it goes on. Late is late: a broken one stays broken. */
export async function keepPromise(ctx: Context, permit: PermitRow): Promise<void> {
  const promise = await promiseOf(ctx, permit, 'accepted', 'broken')
  if (!promise || (await isOutstanding(ctx, permit, promise))) return
  if (promise.status === 'accepted') await movePromise(ctx, 'keep', promise)
  await resumeClocks(ctx, { ...permit, subject_kind: 'permit', subject_id: permit.id }, ['permit.delivery'])
}

/** Whether something of a promise is still to come. */
export async function isOutstanding(ctx: Context, permit: PermitRow, promise: PromiseRow): Promise<boolean> {
  const promised = promise.documents as string[]
  return (await missingDocuments(ctx, permit)).some(({ code }) => promised.includes(code))
}

/** Why a permit may not be handed out yet: what was promised for it is not there. */
export async function deliveryGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const promise = await promiseOf(ctx, permit, 'accepted', 'broken')
  return promise && (await isOutstanding(ctx, permit, promise)) ? 'permits/promised-missing' : null
}

/** Why nothing is granted on a promise that was broken, where the rule of its day says so. */
export async function brokenPromiseGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const promise = await promiseOf(ctx, permit, 'broken')
  if (!promise?.withholds_decision) return null
  return (await isOutstanding(ctx, permit, promise)) ? 'permits/promise-broken' : null
}
