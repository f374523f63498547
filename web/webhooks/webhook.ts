import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get } from '../api.ts'

export type Subscription = {
  id: string
  url: string
  types: string[]
  area: unknown
  state: string
  failing_since: string | null
  previous_secret_until: string | null
  created_at: string
  version: number
}
export type Delivery = {
  id: string
  event_id: string
  type: string
  state: 'pending' | 'sent' | 'failed'
  attempts: number
  next_at: string | null
  last_status: number | null
  last_error: string | null
  created_at: string
  sent_at: string | null
}

/** The subscriptions of one's own organisation, the oldest first. */
export function useSubscriptions(): UseQueryResult<Subscription[]> {
  return useQuery({
    queryKey: ['webhooks', 'list'],
    queryFn: async ({ signal }) =>
      (await get<{ subscriptions: Subscription[] }>('/api/subscriptions', undefined, signal)).subscriptions,
  })
}

/** What was sent to a subscription, the newest first; `state` narrows it. */
export function useDeliveries(id: string, state: string): UseQueryResult<Delivery[]> {
  return useQuery({
    queryKey: ['webhooks', id, 'deliveries', 'list', state],
    queryFn: async ({ signal }) =>
      (
        await get<{ deliveries: Delivery[] }>(
          `/api/subscriptions/${id}/deliveries`,
          { state: state === 'all' ? undefined : state, limit: 50 },
          signal,
        )
      ).deliveries,
    placeholderData: (before) => before,
  })
}
