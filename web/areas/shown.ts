import { useEffect, useRef } from 'react'
import type { Geometry } from '../map/geojson.ts'
import { collect } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import type { Found } from './ask.ts'

type Outline = { bbox: [number, number, number, number]; geometry: Geometry }

/** The ground that is asked about, as the server understood it, on the map; a newly chosen one is brought into view. */
export function useOutline(area: Outline | undefined): void {
  const map = useMap()
  const before = useRef<string>(undefined)
  useEffect(() => {
    if (!map || !area) return
    map.sketch('area', { features: collect([area.geometry]), isDashed: true })
    const box = area.bbox.join()
    if (before.current === box) return
    before.current = box
    const [west, south, east, north] = map.box()
    const isInside = area.bbox[0] > west && area.bbox[1] > south && area.bbox[2] < east && area.bbox[3] < north
    const isTiny = area.bbox[2] - area.bbox[0] < (east - west) / 8 && area.bbox[3] - area.bbox[1] < (north - south) / 8
    if (!isInside || isTiny) map.goTo({ box: area.bbox, maxZoom: 17 })
  }, [map, area])
  useEffect(() => () => map?.sketch('area', null), [map])
}

/** What was found, on the map: `features` faintly, the one that is pointed at in the list strongly. */
export function useFoundOnMap(features: readonly Found[], pointed: Found | undefined): void {
  const map = useMap()
  useEffect(() => {
    map?.sketch('found', features.length > 0 ? { features: collect(features.map(({ geometry }) => geometry)) } : null)
  }, [map, features])
  useEffect(() => {
    map?.sketch('pointed', pointed ? { features: collect([pointed.geometry]), colour: '#d6336c' } : null)
  }, [map, pointed])
  useEffect(
    () => () => {
      map?.sketch('found', null)
      map?.sketch('pointed', null)
    },
    [map],
  )
}
