import { useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'
import type { Basemap } from '../map/scene.ts'

/** The operator's base map, once it can be drawn; undefined when there is none. */
export function useBasemap(): Basemap | undefined {
  const { data } = useQuery({ queryKey: ['settings', 'map'], queryFn: readBasemap, staleTime: Infinity, retry: false })
  return data ?? undefined
}

async function readBasemap(): Promise<Basemap | null> {
  const { basemap } = await get<{ basemap: Basemap | null }>('/api/settings/map')
  if (basemap?.kind !== 'pmtiles') return basemap
  const { openArchive } = await import('../map/pmtiles.ts')
  return { ...basemap, tiles: await openArchive(basemap.url) }
}
