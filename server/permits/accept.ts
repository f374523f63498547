import { shanghaiDay } from '../clocks/working-days.ts'
import type { Context } from '../context.ts'
import { field, invalid } from '../http/problem.ts'
import { movePromise, promiseOf } from './move-promise.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'
import { completenessGuard, missingDocuments } from './required-documents.ts'

/** Accepts the application (受理): the decision's clock starts, the longer one where several authorities decide together (行政许可法 42). */
export async function acceptApplication(ctx: Context, permit: PermitRow, change: PermitChange): Promise<void> {
  await movePermit(ctx, permit.is_joint ? 'accept_jointly' : 'accept_application', permit, {
    ...change,
    guard: () => incompleteGuard(ctx, permit),
  })
  await dropOffer(ctx, permit)
}

/** 行政许可法 32(4): what is missing is told once and completely. Without items of the officer's own it is what the list of documents lacks. */
export async function requestSupplement(
  ctx: Context,
  permit: PermitRow,
  change: Omit<PermitChange, 'items'> & { items?: string[] },
): Promise<void> {
  const items = change.items ?? (await missingDocuments(ctx, permit)).map(({ label_zh }) => label_zh)
  if (items.length === 0)
    throw invalid('permits/invalid', [
      field(
        '/items',
        'permits/nothing-missing',
        '清单上的材料已经齐全，请写明须补正的内容',
        'the list is complete: say what is to be supplied',
      ),
    ])
  await movePermit(ctx, 'request_supplement', permit, {
    ...change,
    items,
    guard: () => Promise.resolve(permit.supplement_items ? 'permits/supplement-asked-once' : null),
  })
}

/** Accepts it to be decided together with the authorities that are named (统一办理、联合办理、集中办理). */
export async function acceptJointly(
  ctx: Context,
  permit: PermitRow,
  change: PermitChange & { joint_with: string },
): Promise<void> {
  await movePermit(ctx, 'accept_jointly', permit, {
    ...change,
    data: { joint_with: change.joint_with },
    guard: () => incompleteGuard(ctx, permit),
  })
  await dropOffer(ctx, permit)
}

/** 容缺受理: accepts an application that lacks what its promoter has promised, and nothing else. The promise's clock starts with the decision's. */
export async function acceptWithPromise(ctx: Context, permit: PermitRow, change: PermitChange): Promise<void> {
  const promise = await promiseOf(ctx, permit, 'offered')
  const missing = await missingDocuments(ctx, permit)
  await movePermit(ctx, 'accept_with_promise', permit, {
    ...change,
    data: { promised: missing.map(({ label_zh }) => label_zh), until: promise?.until },
    guard: () => promisedGuard(ctx, permit),
  })
  await movePromise(ctx, 'accept', promise!)
}

/** Why an application cannot be accepted on a promise, or null. */
export async function promisedGuard(ctx: Context, permit: PermitRow): Promise<string | null> {
  const promise = await promiseOf(ctx, permit, 'offered')
  if (!promise) return 'permits/no-promise'
  if (promise.until < shanghaiDay(ctx.now)) return 'permits/promise-past'
  const promised = promise.documents as string[]
  const missing = await missingDocuments(ctx, permit)
  if (missing.length === 0) return 'permits/nothing-missing'
  return missing.every(({ code }) => promised.includes(code)) ? null : 'permits/not-promisable'
}

/** Silence is acceptance whatever is missing (行政许可法 32(4)): only a person can be held back by an incomplete file. */
const incompleteGuard = (ctx: Context, permit: PermitRow) =>
  ctx.actor.role === 'system' ? Promise.resolve(null) : completenessGuard(ctx, permit)

/** Who is accepted in full owes nothing. */
async function dropOffer(ctx: Context, permit: PermitRow): Promise<void> {
  const offer = await promiseOf(ctx, permit, 'offered')
  if (offer) await movePromise(ctx, 'drop', offer)
}
