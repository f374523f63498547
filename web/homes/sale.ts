import { useQuery } from '@tanstack/react-query'
import { get, ProblemError } from '../api.ts'

export type DemoParty = { name: string; id_type: string; id_no: string; phone: string }
export type DemoSale = {
  unit_id: string
  building_id: string
  label: string
  acceptance_no: string
  buyers: DemoParty[]
  sellers: DemoParty[]
  accounts: { kind: string; account_no: string }[]
}

export type Recipient = { kind: string; id: string; name: string; name_en: string }

/** The utilities that serve a home: each consent names its own. */
export function useRecipients(unit_id: string): Recipient[] {
  const { data } = useQuery({
    queryKey: ['transfers', 'recipients', unit_id],
    queryFn: ({ signal }) => get<{ recipients: Recipient[] }>('/api/transfers/recipients', { unit_id }, signal),
    staleTime: Infinity,
  })
  return data?.recipients ?? []
}

/** The sale that the demo's script makes; null where there is no demo. */
export function useDemoSale(isWanted: boolean): DemoSale | null {
  const { data } = useQuery({
    queryKey: ['demo', 'sale'],
    queryFn: async () => {
      try {
        return await get<DemoSale>('/api/demo/sale')
      } catch (error) {
        if (error instanceof ProblemError && error.status === 404) return null
        throw error
      }
    },
    staleTime: Infinity,
    enabled: isWanted,
  })
  return data ?? null
}
