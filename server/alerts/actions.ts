import type { ActionSource } from '../http/environment.ts'
import { orderActions } from './find.ts'

/** The stop orders of a dig that its promoter has not acknowledged. */
export const alertActions: ActionSource = async (ctx, project) => {
  const { district_code, id: project_id } = project
  if (ctx.actor.role !== 'promoter' || project.promoter_id !== ctx.actor.organisation_id) return []
  const orders = await ctx.tx.many('alerts/list_waiting_orders', { district_code, project_id })
  return orders.flatMap((order) => orderActions(ctx, { ...order, district_code }))
}
