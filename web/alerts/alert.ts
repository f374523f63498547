import { useQuery } from '@tanstack/react-query'
import { get, type Api, type InferResponseType } from '../api.ts'

export type Alert = InferResponseType<Api['alerts']['index']['$get'], 200>['alerts'][number]
export type AlertKind = InferResponseType<Api['alerts']['kinds']['$get'], 200>['kinds'][number]
export type StopOrder = InferResponseType<Api['alerts'][':id']['orders']['$get'], 200>['orders'][number]

export const orderStates = ['silent', 'sent', 'acknowledged', 'released'] as const
export type OrderState = (typeof orderStates)[number]
/** The colour of a level, as the tags of the page know it. */
export const levelLook: Record<string, string> = { red: 'red', orange: 'yellow', yellow: 'yellow' }

export function useAlerts() {
  return useQuery({
    queryKey: ['alerts', 'list'],
    queryFn: async ({ signal }) => (await get<{ alerts: Alert[] }>('/api/alerts', { with_past: true }, signal)).alerts,
  })
}

export function useAlertKinds() {
  return useQuery({
    queryKey: ['alerts', 'kinds'],
    queryFn: async ({ signal }) => (await get<{ kinds: AlertKind[] }>('/api/alerts/kinds', undefined, signal)).kinds,
    staleTime: 600_000,
  })
}

export function useOrders(id: string, state: OrderState | '', q: string) {
  return useQuery({
    queryKey: ['alerts', 'list', id, state, q],
    queryFn: async ({ signal }) =>
      (await get<{ orders: StopOrder[] }>(`/api/alerts/${id}/orders`, { state, q, limit: 500 }, signal)).orders,
    placeholderData: (before) => before,
  })
}
