import { useEffect, useRef } from 'react'
import { boxOf, collect, type Geometry } from '../map/geojson.ts'
import { useMap } from '../map/holder.ts'
import type { Detection } from './detection.ts'
import { hatch } from './hatch.ts'

export const inks = { patch: '#b5179e', ground: '#2b8a3e', excess: '#d9480f' } as const

/** Shows a match on the map: the patch dashed, the permitted ground, what lies outside of it hatched, and where somebody stood. Brings it into view once. */
export function useShapes(row: Detection | undefined): void {
  const map = useMap()
  const shown = useRef<string>(undefined)
  useEffect(() => {
    if (!map || !row || shown.current === row.id) return
    shown.current = row.id
    const box = boxOf(row.geometry)
    if (box) map.goTo({ box, maxZoom: 18 })
  }, [map, row])
  const text = JSON.stringify(
    row && { ground: groundOf(row), patch: [row.geometry], excess: excessOf(row), visits: visitsOf(row) },
  )
  useEffect(() => {
    if (!map || !text) return
    const { ground, patch, excess, visits } = JSON.parse(text) as Record<string, Geometry[]>
    map.sketch('match-ground', { features: collect(ground!), colour: inks.ground })
    map.sketch('match-patch', { features: collect(patch!), colour: inks.patch, isDashed: true })
    map.sketch('match-excess', { features: collect(excess!), colour: inks.excess })
    map.sketch('match-visits', { features: collect(visits!), colour: inks.patch })
    return () => {
      for (const name of ['ground', 'patch', 'excess', 'visits']) map.sketch(`match-${name}`, null)
    }
  }, [map, text])
}

const groundOf = ({ match }: Detection) =>
  match?.grounds.map(({ geometry }) => geometry).filter((one) => one !== null) ?? []
const excessOf = ({ excess }: Detection) => (excess ? [excess, hatch(excess)] : [])
const visitsOf = ({ verifications }: Detection) =>
  verifications.map(({ position }) => position).filter((one) => one !== null)
