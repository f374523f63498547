import { useEffect } from 'react'
import { boxOf, collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'

/** Outlines a building on the map and brings it into view, as long as its panel is open. */
export function useShownBuilding(id: string | undefined, geometry: Geometry | undefined): void {
  const map = useMap()
  const text = geometry && JSON.stringify(geometry)
  useEffect(() => {
    if (!map || !id || !text) return
    const shape = JSON.parse(text) as Geometry
    map.sketch('building', { features: collect([shape]) })
    const box = boxOf(shape)
    if (box) map.goTo({ box, maxZoom: 17.5 })
    return () => map.sketch('building', null)
  }, [map, id, text])
}
