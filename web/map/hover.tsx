import { useEffect, useState } from 'react'
import { useMap } from './holder.ts'
import type { Point } from './map.ts'
import type { Picked } from './scene.ts'

/** The name of what is under the pointer, beside it. Only for the eye: the list of digs says the same to everybody. */
export function Hover() {
  const map = useMap()
  const [at, setAt] = useState<{ point: Point; found: Picked }>()
  useEffect(() => map?.on('hover', setAt), [map])
  if (!at) return null
  const { point, found } = at
  return (
    <div
      className="map-hover"
      aria-hidden="true"
      style={{ transform: `translate(${point.x + 14}px, ${point.y + 14}px)` }}
    >
      <b>{found.title}</b>
      {found.subtitle && <span>{found.subtitle}</span>}
    </div>
  )
}
