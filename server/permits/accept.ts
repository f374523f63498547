import type { Context } from '../context.ts'
import { movePermit, type PermitChange, type PermitRow } from './move.ts'

/** Accepts the application (受理): the decision's clock starts, the longer one where several authorities decide together (行政许可法 42). */
export const acceptApplication = (ctx: Context, permit: PermitRow, change: PermitChange) =>
  movePermit(ctx, permit.is_joint ? 'accept_jointly' : 'accept_application', permit, change)

/** 行政许可法 32(4): what is missing is told once and completely. */
export const requestSupplement = (ctx: Context, permit: PermitRow, change: PermitChange) =>
  movePermit(ctx, 'request_supplement', permit, {
    ...change,
    guard: () => Promise.resolve(permit.supplement_items ? 'permits/supplement-asked-once' : null),
  })

/** Accepts it to be decided together with the authorities that are named (统一办理、联合办理、集中办理). */
export const acceptJointly = (ctx: Context, permit: PermitRow, change: PermitChange & { joint_with: string }) =>
  movePermit(ctx, 'accept_jointly', permit, { ...change, data: { joint_with: change.joint_with } })
