import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'

type Property = 'dust' | 'pm10' | 'noise' | 'muck_truck' | 'camera'

/** What is measured at a dig. Field names are the wire's; `hours` are the last 24 that have observations. */
export type Datastream = {
  '@iot.id': string
  name: string
  property: Property
  unit: string
  sensor: string
  latest_at: string | null
  latest_result: number | null
  latest_code: string | null
  threshold: { limit?: number; night?: { limit: number }; codes?: string[]; basis_zh: string; basis_en: string }
  hours: { hour: string; peak: number | null; alarms: number }[]
}
export type Breach = {
  id: string
  datastream_id: string
  property: Property
  began_at: string
  last_at: string
  peak: number | null
  code: string | null
  limit_value: number | null
  unit: string
  basis_zh: string
  basis_en: string
}

export const useDatastreams = (project_id: string) =>
  useQuery({
    queryKey: ['feeds', 'streams', project_id],
    queryFn: async ({ signal }) =>
      (await get<{ datastreams: Datastream[] }>('/api/feeds/datastreams', { project_id }, signal)).datastreams,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.length ? 60_000 : false),
  })

/** The last times a limit was exceeded there; asked only where something is measured. */
export const useBreaches = (project_id: string, isMeasured: boolean) =>
  useQuery({
    queryKey: ['feeds', 'breaches', project_id],
    queryFn: async ({ signal }) =>
      (await get<{ breaches: Breach[] }>('/api/feeds/breaches', { project_id, limit: 5 }, signal)).breaches,
    enabled: isMeasured,
    retry: false,
    refetchInterval: 60_000,
  })

/** An alarm code that the catalogue has words for; a sender may use others. */
export const codeWord = (code: string, t: (key: string) => string): string => {
  const key = `feed.code.${code}`
  const word = t(key)
  return word === key ? t('feed.code.other') : word
}
