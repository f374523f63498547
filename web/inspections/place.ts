import { useEffect, useRef } from 'react'
import { boxOf, collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import type { Project } from '../projects/project.ts'

/** Brings the site of a visit (else the dig) into view once and shows it whatever the legend filters, with where the inspector stood as a dot and what was drawn there. */
export function usePlace(
  project: Project | undefined,
  site_id: string | null | undefined,
  position?: Geometry,
  sketch?: Geometry,
): void {
  const map = useMap()
  const shown = useRef<string>(undefined)
  const place = project?.sites.find(({ id }) => id === site_id)?.geometry ?? project?.geometry
  useEffect(() => {
    if (!map || !place || shown.current === project?.id) return
    shown.current = project?.id
    const box = boxOf(place)
    if (box) map.goTo({ box, maxZoom: 17 })
  }, [map, place, project?.id])
  const shapes = JSON.stringify([place, position, sketch].filter(Boolean))
  useEffect(() => {
    const features = collect(JSON.parse(shapes) as Geometry[])
    if (!map || features.features.length === 0) return
    map.sketch('visit', { features, colour: '#d6336c' })
    return () => map.sketch('visit', null)
  }, [map, shapes])
}
