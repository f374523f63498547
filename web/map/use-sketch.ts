import { useEffect } from 'react'
import { boxOf, collect, type Geometry } from './geojson.ts'
import { useMap } from './holder.ts'
import type { Sketch } from './sketch.ts'

/** A person's shapes on the map as long as the component is there, by `name`; with `isGoneTo` a new first one is brought into view. */
export function useSketch(
  name: string,
  geometries: readonly Geometry[],
  { isGoneTo, ...look }: Omit<Sketch, 'features'> & { isGoneTo?: boolean } = {},
): void {
  const map = useMap()
  const text = JSON.stringify([geometries, look])
  useEffect(() => {
    if (!map) return
    const [shapes, drawn] = JSON.parse(text) as [Geometry[], typeof look]
    if (shapes.length === 0) return
    map.sketch(name, { features: collect(shapes), ...drawn })
    const box = isGoneTo ? boxOf(shapes[0]) : undefined
    if (box) map.goTo({ box, maxZoom: 17.5 })
    return () => map.sketch(name, null)
  }, [map, name, text, isGoneTo])
}
