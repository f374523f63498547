import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { get } from '../api.ts'
import { useMap } from '../map/holder.ts'
import type { Flow, Overlay } from '../map/overlay.ts'
import { flowsOf, type StreetCount } from '../transfers/flows.ts'
import { useTheme } from '../ui/theme.ts'
import { useFilters } from './filters.ts'
import { overlays } from './layers.ts'

/** deck.gl comes only when a layer that needs it is switched on, and goes with it. */
export function useOverlay(): void {
  const map = useMap()
  const theme = useTheme()
  const { layers } = useFilters()
  const [overlay, setOverlay] = useState<Overlay>()
  const wanted = overlays.filter((name) => layers.includes(name)).join(',')
  const flows = useFlows(wanted.includes('transfers'))
  useEffect(() => {
    if (!map || !wanted) return
    let isGone = false
    let made: Overlay | undefined
    void import('../map/overlay.ts').then(({ Overlay }) => {
      if (isGone) return
      made = new Overlay(map, wanted.split(','), theme)
      setOverlay(made)
    })
    return () => {
      isGone = true
      made?.close()
      setOverlay(undefined)
    }
  }, [map, wanted, theme])
  useEffect(() => {
    if (overlay && flows) overlay.setFlows(flows)
  }, [overlay, flows])
}

function useFlows(isWanted: boolean): Flow[] | undefined {
  const { data } = useQuery({
    queryKey: ['transfers', 'flows', 'list'],
    queryFn: async ({ signal }) =>
      flowsOf((await get<{ streets: StreetCount[] }>('/api/transfers/counts', undefined, signal)).streets),
    enabled: isWanted,
    retry: false,
  })
  return data
}
