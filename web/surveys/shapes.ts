import { useEffect } from 'react'
import { hatch } from '../detections/hatch.ts'
import { collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import { inks, lives, type OfDig, type Shown } from './geometry.ts'

/** Draws what is switched on: plan dashed, permitted in a line, as built filled, observed dashed, over-dig hatched in red. */
export function useShapes(data: OfDig | undefined, shown: readonly Shown[]): void {
  const map = useMap()
  const text = JSON.stringify(data && { of: Object.fromEntries(shown.map((name) => [name, shapesOf(data, name)])) })
  useEffect(() => {
    if (!map || !text) return
    const { of } = JSON.parse(text) as { of: Partial<Record<Shown, Geometry[]>> }
    for (const name of [...lives, 'over_dig'] as const) {
      const features = of[name]
      map.sketch(
        `life-${name}`,
        features?.length ? { features: collect(features), colour: inks[name], ...look[name] } : null,
      )
    }
    return () => {
      for (const name of [...lives, 'over_dig']) map.sketch(`life-${name}`, null)
    }
  }, [map, text])
}

const look: Record<Shown, { isDashed?: boolean; wash?: number }> = {
  plan: { isDashed: true, wash: 0 },
  permitted: { wash: 0 },
  as_built: { wash: 0.35 },
  observed: { isDashed: true, wash: 0.1 },
  over_dig: { wash: 0.15 },
}

function shapesOf({ versions, over_dig }: OfDig, name: Shown): Geometry[] {
  if (name !== 'over_dig')
    return versions
      .filter(({ life, is_current }) => life === name && is_current)
      .map(({ geometry }) => geometry as unknown as Geometry)
  const left = over_dig?.geometry as unknown as Geometry | null | undefined
  return left ? [left, hatch(left)] : []
}
